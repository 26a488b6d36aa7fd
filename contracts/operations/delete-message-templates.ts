import { defineOperation } from '../operation.ts'
import { success, text } from '../shapes.ts'

/** Deletes by name (in all languages), by id and name, or up to 100 ids at once: all of them or none. */
export const deleteMessageTemplates = defineOperation({
  name: 'deleteMessageTemplates',
  method: 'DELETE',
  on: 'WhatsAppBusinessAccount',
  edge: 'message_templates',
  auth: { permissions: ['whatsapp_business_management'] },
  params: {
    type: 'object',
    properties: { name: text, hsm_id: text, hsm_ids: { type: 'array', items: text } },
  },
  reply: success,
  errors: ['parameter_required', 'parameter_invalid', 'template_missing', 'template_status_fixed'],
  live: 'test-account',
  basis: 'documented',
  sources: [
    'template-management: Delete templates',
    'openapi: deleteTemplateByName',
    'graph-reference-templates: Deleting',
    'codegen: message_templates',
  ],
})
