import { defineDuties } from '../duty.ts'

const page = 'webhooks-endpoint: POST requests, Validation' as const
const checked = ['signature-wrong'] as const

/** What a receiver owes to signatures. */
export const signatureDuties = defineDuties([
  {
    id: 'answers-in-time',
    title: 'Answers a webhook within 10 seconds',
    explains:
      'Answer first, and work afterwards. Meta wants half of the answers within 250 ms and does not say when it gives up: 10 seconds are assumed.',
    severity: 'error',
    basis: 'assumed',
    sources: ['throughput: Webhooks'],
    needs: [],
    steps: [{ send: 'webhook', body: 'plain', owes: 'in-time' }],
  },
  {
    id: 'signature-good',
    title: 'Takes a webhook whose signature is right',
    explains:
      'The HMAC-SHA256 of the body with the app secret, in hex behind sha256=. If this is refused, look at the secret first; then whether times of the past are refused, which retries of a week have.',
    severity: 'error',
    basis: 'documented',
    sources: [page],
    needs: ['answers-in-time'],
    steps: [{ send: 'webhook', body: 'plain', owes: 'taken' }],
  },
  {
    id: 'answers-200',
    title: 'Answers 200, and not another 2xx',
    explains:
      'The page asks for 200. Receivers that answer 202 are in use, and ruling webhook-success-status has both sides.',
    severity: 'note',
    basis: 'documented',
    sources: ['webhooks-endpoint: POST requests, Response', 'published-clients: 40'],
    needs: ['signature-good'],
    steps: [{ send: 'webhook', body: 'plain', owes: '200' }],
  },
  {
    id: 'signature-wrong',
    title: 'Refuses a webhook whose signature is wrong',
    explains: 'Anybody can post to the address otherwise. Answer with a 4xx.',
    severity: 'error',
    basis: 'documented',
    sources: [page],
    needs: ['signature-good'],
    steps: [{ send: 'webhook', body: 'plain', sign: 'wrong', owes: 'refused' }],
  },
  {
    id: 'signature-missing',
    title: 'Refuses a webhook without a signature',
    explains: 'A check that is only made when the header is there protects from nobody.',
    severity: 'error',
    basis: 'documented',
    sources: [page],
    needs: checked,
    steps: [{ send: 'webhook', body: 'plain', sign: 'none', owes: 'refused' }],
  },
  {
    id: 'signature-other-secret',
    title: 'Refuses a webhook that was signed with the secret of another app',
    explains: 'Each app has its own secret, and a webhook is signed with that of the app that receives it.',
    severity: 'error',
    basis: 'documented',
    sources: [page],
    needs: checked,
    steps: [{ send: 'webhook', body: 'plain', sign: 'other-secret', owes: 'refused' }],
  },
  {
    id: 'signature-of-other-body',
    title: 'Refuses a body that was changed after it was signed',
    explains: 'The signature must be made over all bytes of the body.',
    severity: 'error',
    basis: 'documented',
    sources: [page],
    needs: checked,
    steps: [{ send: 'webhook', body: 'plain', sign: 'other-body', owes: 'refused' }],
  },
  {
    id: 'signature-sha1-only',
    title: 'Refuses a webhook that has only the SHA-1 signature',
    explains:
      'The pages on WhatsApp name X-Hub-Signature-256 alone. X-Hub-Signature is sent beside it, and whoever drops the better one must gain nothing.',
    severity: 'warning',
    basis: 'documented',
    sources: [page, 'graph-webhooks: Validating Payloads', 'published-clients: 34'],
    needs: ['signature-wrong', 'signature-missing'],
    steps: [{ send: 'webhook', body: 'plain', sign: 'sha1-only', owes: 'refused' }],
  },
  {
    id: 'signature-malformed',
    title: 'Refuses signatures that are none: empty, too short, no hex',
    explains: 'timingSafeEqual and its like throw when lengths differ: compare the lengths first.',
    severity: 'error',
    basis: 'documented',
    sources: [page],
    needs: checked,
    steps: [
      { send: 'webhook', body: 'plain', sign: 'empty', owes: 'refused' },
      { send: 'webhook', body: 'plain', sign: 'without-digits', owes: 'refused' },
      { send: 'webhook', body: 'plain', sign: 'too-short', owes: 'refused' },
      { send: 'webhook', body: 'plain', sign: 'no-hex', owes: 'refused' },
    ],
  },
  {
    id: 'signature-upper-case',
    title: 'Takes a signature in upper-case hex',
    explains: 'Meta sends lower case, so nothing breaks today. Compare bytes and not letters. No page of Meta says so.',
    severity: 'note',
    basis: 'assumed',
    sources: [page],
    needs: ['signature-good'],
    steps: [{ send: 'webhook', body: 'plain', sign: 'upper-case', owes: 'taken' }],
  },
])
