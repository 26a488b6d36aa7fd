import { defineNode } from '../node.ts'
import { flag, integer, nodeId, text } from '../shapes.ts'

/** What a template can be; only APPROVED ones can be sent. */
export const templateStatuses = [
  'APPROVED',
  'ARCHIVED',
  'DELETED',
  'DISABLED',
  'IN_APPEAL',
  'LIMIT_EXCEEDED',
  'PAUSED',
  'PENDING',
  'PENDING_DELETION',
  'REJECTED',
] as const

export const templateCategories = ['AUTHENTICATION', 'MARKETING', 'UTILITY'] as const
export const qualityScores = ['GREEN', 'YELLOW', 'RED', 'UNKNOWN'] as const
export const rejectedReasons = [
  'ABUSIVE_CONTENT',
  'INVALID_FORMAT',
  'NONE',
  'PROMOTIONAL',
  'TAG_CONTENT_MISMATCH',
  'SCAM',
] as const

/** Ids of its ads: only once it is synced. */
const onceSynced = { basis: 'documented', sources: ['view-metrics'] } as const

/** A message template. Meta's SDK spec calls what the edge message_templates returns a WhatsAppBusinessHSM. */
export const messageTemplate = defineNode({
  type: 'WhatsAppBusinessHSM',
  read: 'getTemplateByIdDefaultFields',
  permissions: ['whatsapp_business_management'],
  fields: {
    name: { schema: text, default: true },
    parameter_format: { schema: { enum: ['NAMED', 'POSITIONAL'] }, default: true },
    components: { schema: { type: 'array', items: { type: 'object' } }, default: true },
    language: { schema: text, default: true },
    status: { schema: { enum: templateStatuses }, default: true },
    category: { schema: { enum: templateCategories }, default: true },
    previous_category: { schema: text, default: true },
    sub_category: { schema: text, default: true },
    message_send_ttl_seconds: { schema: integer, default: true },
    id: { schema: nodeId, default: true },
    correct_category: { schema: text },
    quality_score: {
      schema: { type: 'object', properties: { score: { enum: qualityScores }, date: integer } },
    },
    rejected_reason: { schema: { enum: rejectedReasons } },
    cta_url_link_tracking_opted_out: { schema: flag },
    degrees_of_freedom_spec: { schema: { type: 'object' } },
    optimization_spec: { schema: { type: 'object' }, basis: 'documented', sources: ['mm-pricing'] },
    bid_spec: { schema: { type: 'object' }, basis: 'documented', sources: ['mm-pricing: until 31 July 2026'] },
    library_template_name: { schema: text },
    last_updated_time: { schema: text },
    health_status: { schema: { type: 'object', required: ['can_send_message', 'entities'] } },
    ad_account_id: { schema: text, ...onceSynced },
    ad_campaign_id: { schema: nodeId, ...onceSynced },
    ad_adset_id: { schema: nodeId, ...onceSynced },
    ad_id: { schema: nodeId, ...onceSynced },
  },
  rulings: ['template-ad-account-id'],
  basis: 'documented',
  sources: ['template-management', 'openapi: getTemplateByIdDefaultFields', 'codegen: message_templates'],
})
