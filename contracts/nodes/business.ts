import { defineNode } from '../node.ts'
import { nodeId, notBuilt, onboardingStatus, text } from '../shapes.ts'
import { limitTiers } from './phone-number.ts'

export const business = defineNode({
  type: 'Business',
  read: 'getBusinessPortfolioSpecificFields',
  permissions: ['business_management'],
  fields: {
    id: { schema: nodeId, default: true },
    name: { schema: text, default: true },
    created_time: { schema: text },
    link: { schema: text, notBuilt: true },
    marketing_messages_onboarding_status: {
      schema: onboardingStatus,
      permissions: ['business_management'],
      basis: 'documented',
      sources: ['mm-onboarding: 2025-10-17', 'codegen: Business'],
    },
    timezone_id: { schema: { type: 'integer' } },
    two_factor_type: { schema: text, notBuilt: true },
    verification_status: { schema: text },
    vertical: { schema: text },
    whatsapp_business_manager_messaging_limit: { schema: { enum: limitTiers } },
    created_by: notBuilt,
    block_offline_analytics: notBuilt,
    collaborative_ads_managed_partner_business_info: notBuilt,
    collaborative_ads_managed_partner_eligibility: notBuilt,
    collaborative_ads_partner_premium_options: notBuilt,
    extended_updated_time: notBuilt,
    user_access_expire_time: notBuilt,
    vertical_id: notBuilt,
    is_hidden: notBuilt,
    payment_account_id: notBuilt,
    primary_page: notBuilt,
    profile_picture_uri: notBuilt,
    updated_by: notBuilt,
    updated_time: notBuilt,
  },
  basis: 'documented',
  sources: ['codegen: Business', 'openapi: getBusinessPortfolioSpecificFields'],
})
