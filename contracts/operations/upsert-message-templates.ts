import { templateStatuses } from '../nodes/message-template.ts'
import { defineOperation } from '../operation.ts'
import { integer, nodeId, text } from '../shapes.ts'
import { caseless } from '../template-params.ts'
import { componentErrors, namingErrors } from '../template-rules.ts'

/** Makes or updates one authentication template in several languages. */
export const upsertMessageTemplates = defineOperation({
  name: 'upsertMessageTemplates',
  method: 'POST',
  on: 'WhatsAppBusinessAccount',
  edge: 'upsert_message_templates',
  auth: { permissions: ['whatsapp_business_management'] },
  params: {
    type: 'object',
    properties: {
      name: text,
      languages: { type: 'array', items: text },
      category: caseless(['AUTHENTICATION'] as const),
      components: { type: 'array', items: { type: 'object' } },
      message_send_ttl_seconds: integer,
    },
    required: ['name', 'languages', 'category', 'components'],
  },
  reply: {
    type: 'object',
    properties: {
      data: {
        type: 'array',
        items: {
          type: 'object',
          properties: { id: nodeId, status: { enum: templateStatuses }, language: text },
          required: ['id', 'status', 'language'],
          additionalProperties: false,
        },
      },
    },
    required: ['data'],
    additionalProperties: false,
  },
  errors: [...namingErrors, ...componentErrors],
  volatile: ['/data'],
  live: 'test-account',
  basis: 'documented',
  sources: ['authentication-bulk', 'codegen: upsert_message_templates'],
})
