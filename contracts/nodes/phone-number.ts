import { defineNode } from '../node.ts'
import { flag, nodeId, notBuilt, text } from '../shapes.ts'

/** A business phone number. Its type has the name that stands in Graph's error messages. */
export const phoneNumber = defineNode({
  type: 'WhatsAppBusinessAccountToNumberCurrentStatus',
  read: 'getPhoneNumberById',
  permissions: ['whatsapp_business_management'],
  fields: {
    verified_name: { schema: text, default: true },
    code_verification_status: { schema: { enum: ['VERIFIED', 'NOT_VERIFIED', 'EXPIRED'] }, default: true },
    display_phone_number: { schema: text, default: true },
    quality_rating: { schema: { enum: ['GREEN', 'YELLOW', 'RED', 'NA', 'UNKNOWN'] }, default: true },
    platform_type: { schema: { enum: ['CLOUD_API', 'ON_PREMISE', 'NOT_APPLICABLE'] }, default: true },
    throughput: {
      schema: { type: 'object', properties: { level: { enum: ['STANDARD', 'HIGH', 'NOT_APPLICABLE'] } } },
      default: true,
    },
    last_onboarded_time: { schema: text },
    id: { schema: nodeId, default: true },
    account_mode: { schema: { enum: ['LIVE', 'SANDBOX'] } },
    is_official_business_account: { schema: flag },
    is_on_biz_app: { schema: flag },
    name_status: {
      schema: { enum: ['APPROVED', 'AVAILABLE_WITHOUT_REVIEW', 'DECLINED', 'EXPIRED', 'PENDING_REVIEW', 'NONE'] },
    },
    status: { schema: text },
    certificate: notBuilt,
    health_status: notBuilt,
    is_pin_enabled: notBuilt,
    messaging_limit_tier: notBuilt,
    new_name_status: notBuilt,
    username: notBuilt,
    webhook_configuration: notBuilt,
    whatsapp_business_manager_messaging_limit: notBuilt,
  },
  basis: 'documented',
  sources: ['phone-numbers', 'phone-number-reference', 'openapi: getPhoneNumberById'],
})
