import { defineWebhook } from '../webhook.ts'

const decided = (decision: string, means: string) =>
  ({
    cause: `Meta reviewed an account against its policies: ${means}`,
    entry: 'account',
    value: {
      type: 'object',
      properties: { decision: { const: decision } },
      required: ['decision'],
      additionalProperties: false,
    },
    sources: ['account-review'],
  }) as const

/** What came of the review of an account; the key of an event is its `decision`. */
export const accountReviewUpdate = defineWebhook({
  field: 'account_review_update',
  events: {
    APPROVED: decided('APPROVED', 'it is ready for use'),
    REJECTED: decided('REJECTED', 'it cannot be used with the API'),
    PENDING: decided('PENDING', 'the decision is still pending, and it cannot be used yet'),
    DEFERRED: decided('DEFERRED', 'the decision was put off, and it cannot be used yet'),
  },
  basis: 'documented',
  sources: ['account-review'],
})
