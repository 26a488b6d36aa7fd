import { timingSafeEqual } from 'node:crypto'
import { eventGroups } from '../../contracts/receiver/events.ts'
import type { Change, Parts, Reply, Webhook } from './sample.ts'
import { changesIn, digest, healthy, itemsIn, SECRET, TOKEN } from './sample.ts'

const fails = (isBroken: (webhook: Webhook) => boolean, status = 500): Partial<Parts> => ({
  take: (webhook) => (isBroken(webhook) ? { status } : undefined),
})
const someChange = (isBroken: (change: Change) => boolean): Partial<Parts> =>
  fails((webhook) => changesIn(webhook).some(isBroken))
const hex = (body: Buffer | string): string => `sha256=${digest(body).toString('hex')}`
const header = (headers: Readonly<Record<string, unknown>>): string => String(headers['x-hub-signature-256'] ?? '')
const day = 86_400

/** One bug for each duty that it breaks: what a receiver does instead of the right thing. */
export const bugs: readonly (readonly [duty: string, does: string, parts: Partial<Parts>])[] = [
  [
    'handshake-echoes',
    'answers JSON',
    {
      handshake: (asked) => {
        const { body, ...reply } = healthy.handshake(asked)
        return body === undefined ? reply : { ...reply, body: JSON.stringify(body) }
      },
    },
  ],
  [
    'handshake-unsigned',
    'asks for a signature of the GET',
    { handshake: (asked) => (healthy.isSigned(asked) ? healthy.handshake(asked) : { status: 401 }) },
  ],
  [
    'handshake-wrong-token',
    'echoes the challenge to everybody',
    { handshake: ({ query }) => echo(query, query.get('hub.mode') === 'subscribe') },
  ],
  [
    'handshake-no-token',
    'compares the token only when there is one',
    {
      handshake: ({ query }) => {
        const token = query.get('hub.verify_token')
        return echo(query, query.get('hub.mode') === 'subscribe' && (!token || token === TOKEN))
      },
    },
  ],
  [
    'handshake-odd-challenge',
    'takes the challenge for a number',
    {
      handshake: (asked) => {
        const { body, ...reply } = healthy.handshake(asked)
        return body === undefined ? reply : { ...reply, body: String(Number.parseInt(body, 10)) }
      },
    },
  ],
  ['handshake-is-text', 'answers HTML', { handshake: (asked) => ({ ...healthy.handshake(asked), type: 'text/html' }) }],
  [
    'handshake-other-mode',
    'does not look at the mode',
    { handshake: ({ query }) => echo(query, query.get('hub.verify_token') === TOKEN) },
  ],
  [
    'handshake-malformed',
    'trusts the query',
    {
      handshake: (asked) => {
        if (asked.query.get('hub.verify_token') === TOKEN) String(asked.query.get('hub.challenge')?.length.toFixed())
        if (asked.query.getAll('hub.challenge').length > 1) throw new TypeError('it is a list')
        return healthy.handshake(asked)
      },
    },
  ],
  ['answers-in-time', 'works for 30 s before it answers', { before: (_, { clock }) => void clock.advance(30_000) }],
  [
    'signature-good',
    'has another secret',
    { isSigned: ({ headers, body }) => header(headers) === `sha256=${digest(body, 'x').toString('hex')}` },
  ],
  ['answers-200', 'answers 202', fails(() => true, 202)],
  ['signature-wrong', 'checks no signature', { isSigned: () => true }],
  [
    'signature-missing',
    'checks only signatures that are there',
    { isSigned: (asked) => asked.headers['x-hub-signature-256'] === undefined || healthy.isSigned(asked) },
  ],
  [
    'signature-other-secret',
    'takes the secret of a sample, too',
    {
      isSigned: (asked) => {
        const other = digest(asked.body, `not-the-secret-of-this-app${SECRET.length}`)
        return healthy.isSigned(asked) || header(asked.headers) === `sha256=${other.toString('hex')}`
      },
    },
  ],
  [
    'signature-of-other-body',
    'does not look at the last digit',
    {
      isSigned: ({ headers, body }) =>
        '0123456789'.split('').some((digit) => {
          const text = body.toString().replace(/\d(?=\D*$)/, digit)
          return header(headers).toLowerCase() === hex(text)
        }),
    },
  ],
  [
    'signature-sha1-only',
    'takes SHA-1',
    {
      isSigned: (asked) => {
        const isOld =
          asked.headers['x-hub-signature-256'] === undefined && asked.headers['x-hub-signature'] !== undefined
        return isOld || healthy.isSigned(asked)
      },
    },
  ],
  [
    'signature-malformed',
    'compares buffers of other lengths',
    {
      isSigned: ({ headers, body }) =>
        headers['x-hub-signature-256'] !== undefined &&
        timingSafeEqual(Buffer.from(header(headers).toLowerCase()), Buffer.from(hex(body))),
    },
  ],
  ['signature-upper-case', 'compares letters', { isSigned: ({ headers, body }) => header(headers) === hex(body) }],
  [
    'body-escapes',
    'hashes what it parsed and wrote anew',
    {
      isSigned: ({ headers, body }) => header(headers).toLowerCase() === hex(rewritten(body)),
    },
  ],
  [
    'body-spacing',
    'takes line ends out before it hashes',
    { isSigned: ({ headers, body }) => header(headers).toLowerCase() === hex(body.toString().replaceAll('\n', '')) },
  ],
  [
    'published-events',
    'knows another number only',
    someChange(({ value }) => value.metadata?.phone_number_id === '106540352242922'),
  ],
  [
    'optional-parts',
    'reads the pricing of every delivered status',
    someChange(({ value }) => (value.statuses ?? []).some(({ status, pricing }) => status === 'delivered' && !pricing)),
  ],
  ['unknown-field', 'refuses fields that are new', someChange(({ field }) => field === 'loyalty_update')],
  [
    'unknown-event',
    'throws at a status that is new',
    someChange(({ value }) => (value.statuses ?? []).some(({ status }) => status === 'postponed')),
  ],
  ['unknown-keys', 'refuses keys that are new', fails((webhook) => Object.keys(webhook).length > 2, 400)],
  ['batch-taken', 'throws at a second entry', fails(({ entry }) => entry.length > 1)],
  ['body-large', 'takes 100 kB', { largest: 102_400 }],
  ['batch-largest', 'takes 500 updates', fails(({ entry }) => (entry[0]?.changes.length ?? 0) > 500)],
  [
    'repeat-taken',
    'answers 409 to what it has',
    { take: (_, { seen }, body) => (seen.includes(body.toString()) ? { status: 409 } : undefined) },
  ],
  [
    'retry-taken',
    'answers 409 to what it has, if it was not the last',
    {
      take: (_, { seen }, body) => {
        const text = body.toString()
        return seen.includes(text) && seen.at(-1) !== text ? { status: 409 } : undefined
      },
    },
  ],
  [
    'old-taken',
    'has a window of 5 days against replays',
    someChange(({ value }) =>
      (value.statuses ?? []).some(
        ({ timestamp }) => Number(timestamp) < Date.parse('2026-03-02T09:00:00Z') / 1000 - 5 * day,
      ),
    ),
  ],
  [
    'disorder-taken',
    'throws at a step back',
    {
      take: (webhook, { told }) => {
        const isBack = itemsIn(changesIn(webhook)).some(({ id, status }) => status === 'sent' && told.has(`${id} read`))
        return isBack ? { status: 500 } : undefined
      },
    },
  ],
  [
    'repeat-counted',
    'remembers nothing',
    {
      tell: (webhook, box) => {
        box.count += itemsIn(changesIn(webhook)).length
      },
    },
  ],
  [
    'batch-counted',
    'reads the first change of the first entry',
    {
      tell: ({ entry }, box) =>
        healthy.tell({ entry: entry.slice(0, 1).map((one) => ({ ...one, changes: one.changes.slice(0, 1) })) }, box),
    },
  ],
  [
    'not-json-survived',
    'ends at what is no JSON',
    { read: (body, box) => (isJson(body) ? healthy.read(body, box) : void box.crash()) },
  ],
  [
    'odd-shape-survived',
    'ends at an entry of nothing',
    { read: (body, box) => (body.toString().includes('"entry":[null]') ? void box.crash() : healthy.read(body, box)) },
  ],
  [
    'other-type-survived',
    'waits for ever for JSON',
    {
      before: ({ headers }, { clock }) => {
        if (headers['content-type'] !== 'application/json') clock.advance(30_000)
        return undefined
      },
    },
  ],
  ['other-method-refused', 'takes a PUT for a POST', { methods: ['POST', 'PUT'] }],
]

/** Events of each field have a duty of their own, those of messages one for each part. */
export const eventBugs = eventGroups.map(({ name, contract }) => {
  const [, part] = name.split(': ')
  const parts = someChange(({ field, value }) => {
    if (part === 'statuses') return value.statuses?.[0]?.status === 'played'
    return field === contract.field && (part === undefined || part in value)
  })
  return [name, `event-${name.replaceAll(': ', '-').replaceAll('_', '-')}`, parts] as const
})

function echo(query: URLSearchParams, isKnown: boolean): Reply {
  return isKnown ? { status: 200, body: query.get('hub.challenge') ?? '', type: 'text/plain' } : { status: 403 }
}

function rewritten(body: Buffer): string {
  return isJson(body) ? JSON.stringify(JSON.parse(body.toString())) : body.toString()
}

function isJson(body: Buffer): boolean {
  try {
    JSON.parse(body.toString())
    return true
  } catch {
    return false
  }
}
