import { pageOf } from '../account-list.ts'
import { qualityScores, templateCategories, templateStatuses } from '../nodes/message-template.ts'
import { defineOperation } from '../operation.ts'
import { flag, integer, pageParams, text } from '../shapes.ts'
import { caseless } from '../template-params.ts'

/** The templates of an account, the newest last. */
export const getMessageTemplates = defineOperation({
  name: 'getMessageTemplates',
  method: 'GET',
  on: 'WhatsAppBusinessAccount',
  edge: 'message_templates',
  auth: { permissions: ['whatsapp_business_management'] },
  params: {
    type: 'object',
    properties: {
      ...pageParams,
      name: text,
      content: text,
      name_or_content: text,
      language: { type: 'array', items: text },
      category: { type: 'array', items: caseless(templateCategories) },
      status: { type: 'array', items: caseless(templateStatuses) },
      quality_score: { type: 'array', items: caseless(qualityScores) },
      source: caseless(['AUTO_GENERATED', 'MANUAL'] as const),
      since: text,
      until: text,
    },
  },
  reply: {
    ...pageOf,
    properties: {
      ...pageOf.properties,
      summary: {
        type: 'object',
        properties: {
          total_count: integer,
          message_template_count: integer,
          message_template_limit: integer,
          are_translations_complete: flag,
        },
        additionalProperties: false,
      },
    },
  },
  lists: 'WhatsAppBusinessHSM',
  errors: ['cursor_invalid', 'parameter_type'],
  rulings: ['template-name-filter', 'template-limit'],
  live: 'safe',
  basis: 'documented',
  sources: [
    'template-management: Get templates',
    'graph-reference-templates: Reading',
    'openapi: getTemplateByNameDefaultFields',
    'codegen: message_templates',
  ],
})
