import { type CreativeFeature, creativeFeatures } from '../creative-features.ts'
import { defineOperation } from '../operation.ts'
import { flag, nodeId, noParams, success, text } from '../shapes.ts'

const enrolled = { enum: ['OPT_IN', 'OPT_OUT'] } as const
const each = <S>(schema: S) =>
  Object.fromEntries(creativeFeatures.map((name) => [name, schema])) as Record<CreativeFeature, S>
const enrolment = {
  type: 'object',
  properties: { enroll_status: enrolled },
  required: ['enroll_status'],
  additionalProperties: false,
} as const

/** Settings of an account. The toggle answers with the id, a new name with success. */
export const updateWhatsAppBusinessAccount = defineOperation({
  name: 'updateWhatsAppBusinessAccount',
  method: 'POST',
  on: 'WhatsAppBusinessAccount',
  auth: { permissions: ['whatsapp_business_management'] },
  params: {
    type: 'object',
    properties: {
      disable_marketing_messages_on_cloud_api: flag,
      degrees_of_freedom_spec: {
        type: 'object',
        properties: {
          creative_features_spec: { type: 'object', properties: each(enrolment), additionalProperties: false },
        },
        required: ['creative_features_spec'],
        additionalProperties: false,
      },
      is_enabled_for_insights: flag,
      template_auto_archival_enabled: flag,
      name: { type: 'string', minLength: 1, maxLength: 100 },
      timezone_id: text,
    },
  },
  reply: {
    anyOf: [{ type: 'object', properties: { id: nodeId }, required: ['id'], additionalProperties: false }, success],
  },
  errors: ['insights_stay_enabled'],
  basis: 'documented',
  sources: [
    'send-marketing-messages: disable_marketing_messages_on_cloud_api',
    'codegen: WhatsAppBusinessAccount',
    'openapi: updateWhatsAppBusinessAccount',
  ],
})

/** The creative optimisations of an account, each with what it is set to. */
export const getDegreesOfFreedomSpec = defineOperation({
  name: 'getDegreesOfFreedomSpec',
  method: 'GET',
  on: 'WhatsAppBusinessAccount',
  edge: 'degrees_of_freedom_spec',
  auth: { permissions: ['whatsapp_business_management'] },
  params: noParams,
  reply: {
    type: 'object',
    properties: {
      data: {
        type: 'array',
        items: {
          type: 'object',
          properties: {
            creative_features_spec: {
              type: 'array',
              items: { type: 'object', properties: each(enrolled), additionalProperties: false },
            },
          },
          required: ['creative_features_spec'],
          additionalProperties: false,
        },
      },
    },
    required: ['data'],
    additionalProperties: false,
  },
  errors: [],
  live: 'safe',
  basis: 'documented',
  sources: ['send-marketing-messages: creative optimisations', 'meta-cloud-api-sdk: 391', 'codegen'],
})
