import { defineOperation } from '../operation.ts'
import { success } from '../shapes.ts'
import { templateCategory, templateSettings } from '../template-params.ts'
import { contentErrors } from '../template-rules.ts'

/** Changes a template; its components are replaced as a whole, and it is reviewed anew. */
export const editTemplate = defineOperation({
  name: 'editTemplate',
  method: 'POST',
  on: 'WhatsAppBusinessHSM',
  auth: { permissions: ['whatsapp_business_management'] },
  params: { type: 'object', properties: { category: templateCategory, ...templateSettings } },
  reply: success,
  errors: [...contentErrors, 'template_status_fixed'],
  rulings: ['template-disabled-edit', 'template-max-price-later', 'template-ttl'],
  live: 'test-account',
  basis: 'documented',
  sources: ['template-management: Edit templates', 'openapi: editTemplate', 'mm-pricing'],
})
