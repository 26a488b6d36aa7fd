import { rejectedReasons, templateCategories } from '../nodes/message-template.ts'
import type { JsonSchema } from '../schema.ts'
import { text } from '../shapes.ts'
import { templateNamed } from '../template-webhook.ts'
import { defineWebhook, type WebhookContract } from '../webhook.ts'

const of = (event: string, extra: JsonSchema['properties'] = {}, reason: JsonSchema = { const: 'NONE' }) =>
  ({
    type: 'object',
    properties: {
      event: { const: event },
      ...templateNamed,
      reason,
      message_template_category: { enum: templateCategories },
      ...extra,
    },
    required: [
      'event',
      ...Object.keys(templateNamed),
      'reason',
      'message_template_category',
      ...Object.keys(extra).filter((key) => key !== 'rejection_info'),
    ],
    additionalProperties: false,
  }) as const satisfies JsonSchema

const other_info = {
  type: 'object',
  properties: {
    title: { enum: ['FIRST_PAUSE', 'SECOND_PAUSE', 'RATE_LIMITING_PAUSE', 'UNPAUSE', 'DISABLED'] },
    description: text,
  },
  required: ['title', 'description'],
  additionalProperties: false,
} as const

const rejection_info = {
  type: 'object',
  properties: { reason: text, recommendation: text },
  required: ['reason', 'recommendation'],
  additionalProperties: false,
} as const

const disable_info = {
  type: 'object',
  properties: { disable_date: { type: ['integer', 'string'] } },
  required: ['disable_date'],
  additionalProperties: false,
} as const

const page = 'template-status-webhook' as const
const event = (cause: string, value: JsonSchema) => ({ cause, entry: 'account', value, sources: [page] }) as const

/** The status of a template changed. `reason` is null when it is scheduled for deletion. */
export const templateStatusUpdate: WebhookContract = defineWebhook({
  field: 'message_template_status_update',
  events: {
    APPROVED: event('It passed its review, or its pause ended (then with other_info)', {
      anyOf: [of('APPROVED'), of('APPROVED', { other_info })],
    }),
    REJECTED: event(
      'It failed its review, or its category was wrong',
      of('REJECTED', { rejection_info }, { enum: [...rejectedReasons, 'INCORRECT_CATEGORY'] }),
    ),
    PENDING: event('It was edited, and is reviewed anew', of('PENDING')),
    PAUSED: event('Its quality is RED, or its pacing ended badly', of('PAUSED', { other_info })),
    DISABLED: event('Its quality is RED for the third time', of('DISABLED', { disable_info, other_info })),
    REINSTATED: event('An appeal brought a disabled template back', of('REINSTATED')),
    IN_APPEAL: event('Somebody appealed against its rejection', of('IN_APPEAL')),
    DELETED: event('It was deleted', of('DELETED')),
    PENDING_DELETION: event(
      'It was deleted while messages of it were on their way',
      of('PENDING_DELETION', {}, { const: null }),
    ),
    ARCHIVED: event('It was archived, by a call or after 12 months', of('ARCHIVED')),
    UNARCHIVED: event('It was brought back from the archive', of('UNARCHIVED')),
    FLAGGED: event('Meta watches it, as people complain', of('FLAGGED')),
    LOCKED: event('It cannot be edited for a while', of('LOCKED')),
    LIMIT_EXCEEDED: event('The account has more templates than it may', of('LIMIT_EXCEEDED')),
  },
  basis: 'documented',
  sources: [page, 'template-archival: Notifications'],
})
