import { templateCategories, templateStatuses } from '../nodes/message-template.ts'
import { defineOperation } from '../operation.ts'
import { nodeId } from '../shapes.ts'
import { templateCreation, templateSettings } from '../template-params.ts'
import { contentErrors, namingErrors } from '../template-rules.ts'

/** A new message template, which Meta reviews. `category` of the reply is the one that it was given, not the one asked for. */
export const createMessageTemplate = defineOperation({
  name: 'createMessageTemplate',
  method: 'POST',
  on: 'WhatsAppBusinessAccount',
  edge: 'message_templates',
  auth: { permissions: ['whatsapp_business_management'] },
  params: {
    type: 'object',
    properties: { ...templateCreation, ...templateSettings },
    required: ['name', 'language', 'category'],
  },
  reply: {
    type: 'object',
    properties: { id: nodeId, status: { enum: templateStatuses }, category: { enum: templateCategories } },
    required: ['id', 'status', 'category'],
    additionalProperties: false,
  },
  errors: [
    ...namingErrors,
    ...contentErrors,
    'template_exists',
    'template_components_missing',
    // Which error Graph has for RESTRICTED_UTILITY_TEMPLATES no page says: that of restricted accounts is assumed.
    'account_blocked_for_policy',
  ],
  rulings: ['template-limit', 'template-ttl', 'template-name-lock', 'template-error-titles'],
  volatile: ['/id'],
  live: 'test-account',
  basis: 'documented',
  sources: [
    'template-management: Create templates',
    'graph-reference-templates: Creating',
    'openapi: createAuthenticationTemplateWOtpCopyCodeButton',
    'codegen: message_templates',
    'template-categorization: Restrictions on businesses misusing the template categorization system',
  ],
})
