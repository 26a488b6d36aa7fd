import { defineOperation } from '../operation.ts'
import { fields, success, text } from '../shapes.ts'

const verticals = [
  '',
  'ALCOHOL',
  'APPAREL',
  'AUTO',
  'BEAUTY',
  'EDU',
  'ENTERTAIN',
  'EVENT_PLAN',
  'FINANCE',
  'GOVT',
  'GROCERY',
  'HEALTH',
  'HOTEL',
  'NONPROFIT',
  'ONLINE_GAMBLING',
  'OTC_DRUGS',
  'OTHER',
  'PHYSICAL_GAMBLING',
  'PROF_SERVICES',
  'RESTAURANT',
  'RETAIL',
  'TRAVEL',
] as const

/** What people see of a number. The page allows 512 characters in a description, the OpenAPI description 256. */
const profileFields = {
  about: { type: 'string', minLength: 1, maxLength: 139 },
  address: { type: 'string', maxLength: 256 },
  description: { type: 'string', maxLength: 512 },
  email: { type: 'string', maxLength: 128 },
  vertical: { enum: verticals },
  websites: { type: 'array', maxItems: 2, items: { type: 'string', maxLength: 256 } },
} as const

const profile = {
  type: 'object',
  properties: { ...profileFields, profile_picture_url: text, messaging_product: { const: 'whatsapp' } },
  required: ['messaging_product'],
  additionalProperties: false,
} as const

const shared = {
  on: 'WhatsAppBusinessAccountToNumberCurrentStatus',
  edge: 'whatsapp_business_profile',
  auth: { permissions: ['whatsapp_business_management'] },
  basis: 'documented',
} as const

/** The fields that are asked for; all that are set where none are. */
export const getWhatsAppBusinessProfile = defineOperation({
  ...shared,
  name: 'getWhatsAppBusinessProfile',
  method: 'GET',
  params: { type: 'object', properties: { fields } },
  reply: {
    type: 'object',
    properties: {
      data: {
        type: 'array',
        items: {
          anyOf: [
            profile,
            {
              type: 'object',
              properties: { business_profile: profile },
              required: ['business_profile'],
              additionalProperties: false,
            },
          ],
        },
      },
    },
    required: ['data'],
    additionalProperties: false,
  },
  errors: ['field_unknown'],
  rulings: ['business-profile-shape'],
  live: 'safe',
  sources: ['business-profiles', 'openapi: getWhatsAppBusinessProfile'],
})

/** Changes what is given. A picture is named by the handle of a resumable upload. */
export const updateWhatsAppBusinessProfileInformation = defineOperation({
  ...shared,
  name: 'updateWhatsAppBusinessProfileInformation',
  method: 'POST',
  params: {
    type: 'object',
    properties: { messaging_product: { enum: ['whatsapp'] }, ...profileFields, profile_picture_handle: text },
    required: ['messaging_product'],
  },
  reply: success,
  errors: ['parameter_invalid', 'profile_email_invalid'],
  sources: ['business-profiles', 'openapi: updateWhatsAppBusinessProfileInformation'],
})
