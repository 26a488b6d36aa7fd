import { nodeId } from '../shapes.ts'
import { defineWebhook } from '../webhook.ts'

const about = (event: string, extra: object = {}) =>
  ({
    type: 'object',
    properties: {
      event: { const: event },
      waba_info: {
        type: 'object',
        properties: { owner_business_id: nodeId, waba_id: nodeId, ...extra },
        required: ['owner_business_id', 'waba_id', ...Object.keys(extra)],
        additionalProperties: false,
      },
    },
    required: ['event', 'waba_info'],
    additionalProperties: false,
  }) as const

/** What happens to an account as a whole. Never goes to an override callback. */
export const accountUpdate = defineWebhook({
  field: 'account_update',
  events: {
    MM_LITE_TERMS_SIGNED: {
      cause: 'An admin of the business accepted the Marketing Messages terms, by whatever way',
      entry: 'receiving business',
      value: about('MM_LITE_TERMS_SIGNED'),
      sources: ['account-update: MM_LITE_TERMS_SIGNED', 'mm-changelog: 2025-09-08'],
    },
    AD_ACCOUNT_LINKED: {
      cause: 'The ad account of an onboarded account was made; only under two sides of the ruling ad-account-linked',
      entry: 'receiving business',
      value: {
        anyOf: [
          about('AD_ACCOUNT_LINKED', { ad_account_linked: nodeId }),
          about('AD_ACCOUNT_LINKED', { ad_account_id: nodeId }),
        ],
      },
      sources: ['account-update: AD_ACCOUNT_LINKED', 'mm-onboarding'],
    },
  },
  basis: 'documented',
  sources: ['account-update', 'webhooks-overview'],
})
