import { defineNode } from '../node.ts'
import { flag, nodeId, text } from '../shapes.ts'

/** Only CONNECTED numbers send. @see sources phone-numbers, openapi */
export const numberStatuses = [
  'CONNECTED',
  'PENDING',
  'DISCONNECTED',
  'FLAGGED',
  'RESTRICTED',
  'BANNED',
  'DELETED',
] as const
export const qualityRatings = ['GREEN', 'YELLOW', 'RED', 'NA', 'UNKNOWN'] as const
export const nameStatuses = [
  'APPROVED',
  'AVAILABLE_WITHOUT_REVIEW',
  'DECLINED',
  'EXPIRED',
  'PENDING_REVIEW',
  'NONE',
] as const

/** Why a display name was rejected. @see sources name-update */
export const rejectionReasons = [
  'NAME_EMPLOYEE_ISSUE',
  'NAME_ENDCLIENT_NOTRELATED',
  'NAME_FORMAT_UNACCEPTABLE',
  'NAME_INDIVIDUAL_ISSUE',
  'NAME_NOT_CONSISTENT',
  'UNKNOWN',
] as const

/** Why a number is no longer in the WhatsApp Business app and on the Cloud API. @see sources account-update */
export const disconnectionReasons = [
  'ACCOUNT_DISCONNECTED',
  'BUSINESS_DOWNGRADE',
  'CHANGE_NUMBER',
  'COMPANION_INACTIVITY',
  'PRIMARY_INACTIVITY',
  'USER_RE_REGISTERED',
] as const

/** How many people a portfolio may write to first in 24 hours. @see sources codegen, messaging-limits */
export const limitTiers = ['UNTIERED', 'TIER_250', 'TIER_2K', 'TIER_10K', 'TIER_100K', 'TIER_UNLIMITED'] as const

const health = { enum: ['AVAILABLE', 'LIMITED', 'BLOCKED'] } as const

/** Whether a node, and all that a send through it takes, can send. */
export const healthStatus = {
  type: 'object',
  properties: {
    can_send_message: health,
    entities: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          entity_type: { enum: ['PHONE_NUMBER', 'MESSAGE_TEMPLATE', 'WABA', 'BUSINESS', 'APP'] },
          id: nodeId,
          can_send_message: health,
          additional_info: { type: 'array', items: text },
          errors: {
            type: 'array',
            items: {
              type: 'object',
              properties: { error_code: { type: 'integer' }, error_description: text, possible_solution: text },
              required: ['error_code', 'error_description'],
              additionalProperties: false,
            },
          },
        },
        required: ['entity_type', 'id', 'can_send_message'],
        additionalProperties: false,
      },
    },
  },
  required: ['can_send_message', 'entities'],
  additionalProperties: false,
} as const

/** A business phone number. Its type has the name that stands in Graph's error messages. */
export const phoneNumber = defineNode({
  type: 'WhatsAppBusinessAccountToNumberCurrentStatus',
  read: 'getPhoneNumberById',
  permissions: ['whatsapp_business_management'],
  fields: {
    verified_name: { schema: text, default: true },
    code_verification_status: { schema: { enum: ['VERIFIED', 'NOT_VERIFIED', 'EXPIRED'] }, default: true },
    display_phone_number: { schema: text, default: true },
    quality_rating: { schema: { enum: qualityRatings }, default: true },
    platform_type: { schema: { enum: ['CLOUD_API', 'ON_PREMISE', 'NOT_APPLICABLE'] }, default: true },
    throughput: {
      schema: { type: 'object', properties: { level: { enum: ['STANDARD', 'HIGH', 'NOT_APPLICABLE'] } } },
      default: true,
    },
    webhook_configuration: {
      schema: {
        type: 'object',
        properties: { phone_number: text, whatsapp_business_account: text, application: text },
        additionalProperties: false,
      },
      default: true,
      basis: 'observed',
      sources: ['webhooks-override', 'capture-number-list'],
    },
    last_onboarded_time: { schema: text },
    id: { schema: nodeId, default: true },
    account_mode: { schema: { enum: ['LIVE', 'SANDBOX'] } },
    certificate: { schema: text },
    health_status: { schema: healthStatus, basis: 'documented', sources: ['health-status'] },
    is_official_business_account: { schema: flag },
    is_on_biz_app: { schema: flag },
    is_pin_enabled: { schema: flag },
    messaging_limit_tier: { schema: text, basis: 'documented', sources: ['messaging-limits: deprecated'] },
    name_status: { schema: { enum: nameStatuses } },
    new_display_name: { schema: text, basis: 'documented', sources: ['display-names'] },
    new_name_status: { schema: { enum: nameStatuses }, basis: 'documented', sources: ['display-names'] },
    search_visibility: { schema: { enum: ['VISIBLE', 'HIDDEN'] } },
    status: { schema: { enum: numberStatuses } },
    username: { schema: text },
    whatsapp_business_manager_messaging_limit: {
      schema: { enum: limitTiers },
      basis: 'documented',
      sources: ['messaging-limits', 'codegen'],
    },
  },
  basis: 'documented',
  sources: ['phone-numbers', 'phone-number-reference', 'openapi: getPhoneNumberById'],
})
