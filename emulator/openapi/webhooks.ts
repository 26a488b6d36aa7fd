import { webhookName } from '../../contracts/schema-names.ts'
import type { WebhookContract } from '../../contracts/webhook.ts'
import { timeless, webhooks } from '../../contracts/webhooks.ts'
import { oneOf, reference, type Schema } from './inputs.ts'

/** What a receiver is asked and posted: the handshake, and one entry a field. */
export function webhookPaths(): Schema {
  return { handshake: handshake, ...Object.fromEntries(webhooks.map((one) => [one.field, { post: posted(one) }])) }
}

const query = (name: string, schema: Schema): Schema => ({ name, in: 'query', required: true, schema })

/** @see sources webhooks-endpoint */
const handshake: Schema = {
  get: {
    operationId: 'verifyCallback',
    summary: 'Echo the challenge, where the verify token is yours',
    tags: ['Webhooks'],
    security: [{}],
    parameters: [
      query('hub.mode', { const: 'subscribe' }),
      query('hub.challenge', { type: 'string' }),
      query('hub.verify_token', { type: 'string' }),
    ],
    responses: {
      200: {
        description: 'The challenge, and nothing else.',
        content: { 'text/plain': { schema: { type: 'string' } } },
      },
      403: { description: 'The verify token is not the one that was agreed on.' },
    },
  },
}

function posted({ field, events, basis, sources }: WebhookContract): Schema {
  const causes = Object.entries(events).map(([event, { cause }]) => `- ${event}: ${cause}`)
  return {
    operationId: `receive-${field}`,
    summary: `A change of ${field}`,
    description: causes.join('\n'),
    tags: ['Webhooks'],
    security: [{}],
    parameters: [
      {
        name: 'X-Hub-Signature-256',
        in: 'header',
        required: true,
        description: 'HMAC-SHA256 of the body as it came, with the secret of the app.',
        schema: { type: 'string', pattern: '^sha256=[0-9a-f]{64}$' },
      },
    ],
    requestBody: { required: true, content: { 'application/json': { schema: envelope(field, Object.keys(events)) } } },
    responses: {
      200: { description: 'It was received.' },
      default: { description: 'It was not, and is posted again.' },
    },
    'x-mmgraph-basis': basis,
    'x-mmgraph-sources': sources,
  }
}

function envelope(field: string, events: readonly string[]): Schema {
  const value = oneOf(events.map((event) => reference('schemas', webhookName(field, event))))
  const change = { type: 'object', properties: { field: { const: field }, value }, required: ['field', 'value'] }
  const hasTime = !timeless.includes(field)
  const entry = {
    type: 'object',
    properties: {
      id: { type: 'string' },
      ...(hasTime && { time: { type: 'integer', description: 'Seconds since 1970.' } }),
      changes: { type: 'array', items: change },
    },
    required: ['id', 'changes', ...(hasTime ? ['time'] : [])],
  }
  return {
    type: 'object',
    properties: { object: { const: 'whatsapp_business_account' }, entry: { type: 'array', items: entry } },
    required: ['object', 'entry'],
  }
}
