import { defineOperation } from '../operation.ts'
import { text } from '../shapes.ts'

const ids = { type: 'array', items: text } as const
const failed_templates = { type: 'object', additionalProperties: text } as const
const params = { type: 'object', properties: { hsm_ids: ids }, required: ['hsm_ids'] } as const
const sources = [
  'template-archival',
  'client-archive: api.facebook.com/{WABA}/message_templates/archive and /unarchive, hsm_ids',
  'meta-cloud-api-sdk: 2026-06-02, 405',
] as const

/** Archives up to 100 templates, each by itself: what cannot be archived stands in the answer with a reason. */
export const archiveMessageTemplates = defineOperation({
  name: 'archiveMessageTemplates',
  method: 'POST',
  on: 'WhatsAppBusinessAccount',
  edge: 'message_templates/archive',
  auth: { permissions: ['whatsapp_business_management'] },
  params,
  reply: {
    type: 'object',
    properties: { archived_templates: ids, failed_templates },
    required: ['archived_templates', 'failed_templates'],
    additionalProperties: false,
  },
  errors: ['parameter_invalid'],
  live: 'test-account',
  basis: 'documented',
  sources,
})

/** Brings archived templates back to the status that they had. */
export const unarchiveMessageTemplates = defineOperation({
  name: 'unarchiveMessageTemplates',
  method: 'POST',
  on: 'WhatsAppBusinessAccount',
  edge: 'message_templates/unarchive',
  auth: { permissions: ['whatsapp_business_management'] },
  params,
  reply: {
    type: 'object',
    properties: { unarchived_templates: ids, failed_templates },
    required: ['unarchived_templates', 'failed_templates'],
    additionalProperties: false,
  },
  errors: ['parameter_invalid'],
  live: 'test-account',
  basis: 'documented',
  sources,
})
