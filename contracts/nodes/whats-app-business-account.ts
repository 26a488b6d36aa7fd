import { authInternational } from '../account-shapes.ts'
import { defineNode } from '../node.ts'
import { flag, integer, nodeId, onboardingStatus, text } from '../shapes.ts'
import { healthStatus, limitTiers } from './phone-number.ts'

/** What Meta can forbid an account. @see sources account-update */
export const restrictionTypes = [
  'RESTRICTED_ADD_PHONE_NUMBER_ACTION',
  'RESTRICTED_BIZ_INITIATED_AND_USER_INITIATED_CALLING',
  'RESTRICTED_BIZ_INITIATED_MESSAGING',
  'RESTRICTED_BUSINESS_INITIATED_CALLING',
  'RESTRICTED_CUSTOMER_INITIATED_MESSAGING',
  'RESTRICTED_DIRECT_SEND_UTILITY_TEMPLATES',
  'RESTRICTED_USER_INITIATED_CALLING',
  'RESTRICTED_USER_INITIATED_CALLING_CALL_BUTTON_HIDDEN',
  'RESTRICTED_UTILITY_TEMPLATES',
] as const

/** `marketing_messages_onboarding_status` of an account. @see sources mm-onboarding */
export const accountStatuses = [
  'ELIGIBLE',
  'ONBOARDED',
  'PENDING_VALID_PAYMENT_METHOD',
  'PENDING_INTERNAL_SETUP',
  'INELIGIBLE_ON_BEHALF_OF_WABA',
  'INELIGIBLE_INACTIVE_OR_RESTRICTED',
  'INELIGIBLE_COUNTRY_NOT_SUPPORTED',
  'INELIGIBLE_USING_WHATSAPP_BUSINESS_APP',
] as const

export type RestrictionType = (typeof restrictionTypes)[number]

export const whatsAppBusinessAccount = defineNode({
  type: 'WhatsAppBusinessAccount',
  read: 'getWhatsAppBusinessAccountDetails',
  permissions: ['whatsapp_business_management'],
  fields: {
    id: { schema: nodeId, default: true },
    name: { schema: text, default: true },
    currency: { schema: text, default: true },
    timezone_id: { schema: text, default: true },
    message_template_namespace: { schema: text, default: true },
    account_review_status: { schema: { enum: ['PENDING', 'APPROVED', 'REJECTED'] } },
    analytics: { schema: { type: 'object' }, edge: true },
    auth_international_rate_eligibility: {
      schema: authInternational,
      basis: 'documented',
      sources: ['auth-international: Start times', 'codegen'],
    },
    business_verification_status: {
      schema: text,
      basis: 'observed',
      sources: ['capture-waba-info: lower case', 'codegen'],
    },
    country: { schema: text },
    creation_time: { schema: integer },
    disable_marketing_messages_on_cloud_api: {
      schema: flag,
      basis: 'documented',
      sources: ['send-marketing-messages: disable_marketing_messages_on_cloud_api', 'codegen'],
    },
    health_status: { schema: healthStatus, basis: 'documented', sources: ['health-status'] },
    is_enabled_for_insights: { schema: flag },
    is_shared_with_partners: { schema: flag },
    linked_commerce_account: { schema: { type: 'object' }, notBuilt: true },
    marketing_messages_lite_api_status: {
      schema: { enum: ['INELIGIBLE', 'ELIGIBLE', 'ONBOARDED', 'UNKNOWN'] },
      until: 'v23.0',
      afterwards: 'legacy-status-field',
      basis: 'documented',
      sources: ['mm-onboarding', 'mm-changelog: 2025-07-15'],
    },
    marketing_messages_onboarding_status: {
      schema: { enum: accountStatuses },
      basis: 'documented',
      sources: ['mm-onboarding', 'mm-changelog: 2025-07-15'],
    },
    on_behalf_of_business_info: {
      schema: {
        type: 'object',
        properties: { id: nodeId, name: text, status: text, type: text },
        additionalProperties: false,
      },
      basis: 'observed',
      sources: ['capture-waba-info'],
    },
    owner_business: { schema: { type: 'object' }, node: 'Business' },
    owner_business_info: {
      schema: {
        type: 'object',
        properties: { id: nodeId, name: text, marketing_messages_onboarding_status: onboardingStatus },
        additionalProperties: false,
      },
      permissions: ['whatsapp_business_management', 'whatsapp_business_messaging'],
      basis: 'documented',
      sources: ['mm-onboarding: 2025-10-17', 'codegen'],
    },
    ownership_type: {
      schema: { enum: ['SELF', 'CLIENT_OWNED', 'ON_BEHALF_OF', 'SELF_OWNED', 'AGENCY_OWNED'] },
      basis: 'observed',
      sources: ['capture-waba-info', 'adding-waba-to-mps'],
    },
    primary_business_location: { schema: text, basis: 'documented', sources: ['auth-international', 'codegen'] },
    primary_funding_id: { schema: text },
    purchase_order_number: { schema: text },
    status: { schema: text },
    template_auto_archival_enabled: { schema: flag },
    whatsapp_business_manager_messaging_limit: { schema: { enum: limitTiers } },
  },
  rulings: ['waba-field-values', 'legacy-status-field', 'coexistence-eligibility'],
  basis: 'documented',
  sources: ['codegen: WhatsAppBusinessAccount', 'manage-accounts'],
})
