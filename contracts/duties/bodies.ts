import { defineDuties } from '../duty.ts'

const good = ['signature-good'] as const

/** What a receiver owes to bodies, however they are written, and whatever new is in them. */
export const bodyDuties = defineDuties([
  {
    id: 'body-escapes',
    title: 'Checks the signature over the bytes that came, with their escapes',
    explains:
      'Meta writes other characters as \\u00e4 and slashes as \\/, and signs just that. A body that was parsed and written anew has another signature: keep the raw bytes before any parser.',
    severity: 'error',
    basis: 'documented',
    sources: ['graph-webhooks: Validating Payloads', 'published-clients: 33', 'capture-written-anew'],
    needs: good,
    steps: [{ send: 'webhook', body: 'escaped', owes: 'taken' }],
  },
  {
    id: 'body-spacing',
    title: 'Checks the signature over the bytes that came, with their spaces and order of keys',
    explains: 'The signature is made of the body of the POST, and no page promises how that is spaced or ordered.',
    severity: 'error',
    basis: 'documented',
    sources: ['webhooks-endpoint: POST requests, Validation'],
    needs: ['signature-good', 'body-escapes'],
    steps: [{ send: 'webhook', body: 'respaced', owes: 'taken' }],
  },
  {
    id: 'published-events',
    title: 'Takes every event that Meta or others published',
    explains: 'These are samples of the pages and captures, as they stand in fixtures/published.',
    severity: 'error',
    basis: 'documented',
    sources: ['status-webhook', 'openapi: webhooks'],
    needs: ['signature-good', 'body-escapes'],
    steps: [{ send: 'webhook', body: 'published', owes: 'taken' }],
  },
  {
    id: 'optional-parts',
    title: 'Takes webhooks of messages without the parts that may be absent',
    explains:
      'contacts, conversation, pricing and the ids of users are not always there: since v24.0 there is no conversation, and pricing comes with some statuses only.',
    severity: 'error',
    basis: 'documented',
    sources: ['status-webhook: conversation', 'bsuid-webhooks'],
    needs: good,
    steps: [{ send: 'webhook', body: 'lean', owes: 'taken' }],
  },
  {
    id: 'unknown-field',
    title: 'Takes webhooks of fields that it does not know',
    explains:
      'Whoever subscribes the app may choose more fields than you read. What is not taken is sent again for 7 days.',
    severity: 'error',
    basis: 'documented',
    sources: ['webhooks-overview: Fields', 'webhooks-override'],
    needs: good,
    steps: [{ send: 'webhook', body: 'unknown-field', owes: 'taken' }],
  },
  {
    id: 'unknown-event',
    title: 'Takes events, statuses and types of messages that it does not know',
    explains: 'MM_LITE_TERMS_SIGNED was new in September 2025, and others will be. Log them, and answer 200.',
    severity: 'error',
    basis: 'documented',
    sources: ['mm-changelog: 2025-09-08'],
    needs: good,
    steps: [{ send: 'webhook', body: 'unknown-event', owes: 'taken' }],
  },
  {
    id: 'unknown-keys',
    title: 'Takes webhooks with keys that it does not know',
    explains:
      'user_id came into all webhooks of messages in 2026. A schema that refuses unknown keys stops on such a day.',
    severity: 'error',
    basis: 'documented',
    sources: ['bsuid-webhooks'],
    needs: good,
    steps: [{ send: 'webhook', body: 'unknown-keys', owes: 'taken' }],
  },
])
