import type { ClientBug } from '../bug.ts'
import { call, callParts, proofOf, rest } from '../client/calls.ts'
import { healthy } from '../client/client.ts'
import type { Ask, Client } from '../client/parts.ts'
import { create } from '../client/templates.ts'

const ask = (client: Client, path: string, more: Partial<Ask> = {}) =>
  call(client, { method: 'GET', path, as: 'client', ...more })

const message = (change: (params: ReturnType<typeof healthy.message>) => object): Partial<typeof healthy> => ({
  message: (...about) => ({ ...change(healthy.message(...about)) }),
})

/** Calls that Graph refuses, or that could be better. */
export const callBugs: readonly ClientBug[] = [
  {
    rule: 'parameter-refused',
    does: 'leaves out messaging_product',
    parts: message(({ messaging_product: _, ...rest }) => rest),
  },
  {
    rule: 'code-exchanged-twice',
    does: 'exchanges a code once for the page and once for the server',
    parts: {
      exchange: async (client, code) => {
        await healthy.exchange(client, code)
        await healthy.exchange(client, code)
      },
    },
  },
  {
    rule: 'code-exchanged-late',
    does: 'exchanges codes by a job that runs each minute',
    parts: { exchange: (client, code) => rest(client, 60_000).then(() => healthy.exchange(client, code)) },
  },
  { rule: 'field-unknown', does: 'misspells a field', parts: { accountFields: 'id,nmae' } },
  {
    rule: 'permission-missing',
    does: 'reads the subscriptions of its app with the token of the client',
    parts: { prepare: (client) => ask(client, `/${client.setup.ids.app}/subscriptions`).then(() => undefined) },
  },
  {
    rule: 'path-unknown',
    does: 'misspells the edge of its sends',
    parts: { edge: () => 'marketing_message' },
  },
  {
    rule: 'object-out-of-reach',
    does: 'has the id of the number from the documentation',
    parts: { prepare: (client) => ask(client, '/106540352242922').then(() => undefined) },
  },
  {
    rule: 'body-unreadable',
    does: 'writes JSON with a comma too many',
    parts: {
      encode: (params) => {
        const { type, text } = callParts.encode(params)
        return { type, text: params.template ? text.replace(/}$/, ',}') : text }
      },
    },
  },
  {
    rule: 'token-missing',
    does: 'sends the token in a header of its own',
    parts: {
      authorize: (url, headers, token) =>
        url.pathname.endsWith('/debug_token')
          ? headers.set('x-access-token', token)
          : healthy.authorize(url, headers, token),
    },
  },
  {
    rule: 'proof-wrong',
    does: 'makes the proof of one token, and sends it with another',
    parts: {
      proof: ({ setup }, { as }) => (as === 'app' ? undefined : proofOf(setup.appSecret, setup.tokens.systemUser)),
    },
  },
  {
    rule: 'batch-refused',
    does: 'puts sixty parts into a batch',
    parts: {
      prepare: async (client) => {
        const batch = Array.from({ length: 60 }, () => ({ method: 'GET', relative_url: client.setup.ids.account }))
        await ask(client, '/', { method: 'POST', params: { batch } })
      },
    },
  },
  {
    rule: 'calls-over-limit',
    does: 'reads the account before each message, and comes to the limit',
    parts: { beforeSend: (client) => ask(client, `/${client.setup.ids.phone}`).then(() => undefined) },
    meets: { limits: { activeWabaCalls: 12 } },
  },
  {
    rule: 'template-name-taken',
    does: 'makes its template anew before each campaign',
    parts: { prepare: (client) => create(client).catch(() => undefined) },
  },
  {
    rule: 'template-name-in-deletion',
    does: 'deletes its template to change it',
    parts: {
      prepare: async (client) => {
        const params = { name: 'autumn_bread' }
        await ask(client, `/${client.setup.ids.account}/message_templates`, { method: 'DELETE', params })
        await create(client).catch(() => undefined)
      },
    },
    also: ['template-not-sendable'],
  },
  {
    rule: 'parameter-unknown',
    does: 'misspells a parameter that need not be there',
    parts: message((params) => ({ ...params, product_polic: 'STRICT' })),
  },
  {
    rule: 'number-as-text',
    does: 'sends a flag as a text',
    parts: message((params) => ({ ...params, message_activity_sharing: 'true' })),
  },
  {
    rule: 'text-as-number',
    does: 'sends the recipient as a number',
    parts: message((params) => ({ ...params, to: Number(params.to) })),
  },
  {
    rule: 'number-unsafe',
    does: 'takes a number of 60 bits for the name of a message',
    parts: message((params) => ({ ...params, biz_opaque_callback_data: 2 ** 60 })),
    also: ['text-as-number'],
  },
  { rule: 'version-missing', does: 'names no version', parts: { version: '' } },
  { rule: 'version-ended', does: 'names a version that has ended', parts: { version: 'v18.0' } },
  {
    rule: 'version-ends-soon',
    does: 'names a version that ends within weeks',
    parts: { version: 'v19.0' },
    also: ['version-ended'],
  },
  {
    rule: 'field-gone',
    does: 'reads the field that was there before',
    parts: { version: 'v23.0', accountFields: 'id,marketing_messages_lite_api_status' },
  },
  {
    rule: 'token-in-url',
    does: 'puts the token into the URL',
    parts: { authorize: (url, _, token) => url.searchParams.set('access_token', token) },
  },
  {
    rule: 'token-used-after-refusal',
    does: 'goes on with a token that was refused',
    parts: {
      renew: async (client, tries) => {
        await rest(client, 90_000)
        return tries < 4
      },
    },
    meets: { faults: [{ error: 'token_logged_out', operation: 'getMessageTemplates', times: 6 }] },
  },
  {
    rule: 'token-asked-for-again',
    does: 'fetches the token of the client before each message',
    parts: { beforeSend: (client) => client.parts.fetchToken(client, client.setup.ids.business) },
  },
  {
    rule: 'debug-token-per-send',
    does: 'looks at its token before each message',
    parts: { beforeSend: healthy.prepare },
  },
  {
    rule: 'proof-missing',
    does: 'forgets the proof of what it reads',
    parts: {
      proof: (client, wanted, token) => (wanted.method === 'GET' ? undefined : healthy.proof(client, wanted, token)),
    },
  },
  {
    rule: 'retried-final-error',
    does: 'tries again whatever comes',
    parts: { waitAfter: (_, tries) => (tries < 3 ? 1000 : undefined) },
    meets: { faults: [{ error: 'template_paused', operation: 'sendMarketingMessage', times: 2 }] },
  },
  {
    rule: 'called-on-while-limited',
    does: 'goes on each second when a limit is reached',
    parts: { waitAfter: (_, tries) => (tries < 3 ? 1000 : undefined) },
    meets: { faults: [{ error: 'waba_limit_reached', operation: 'getMessageTemplates', times: 3 }] },
  },
  {
    rule: 'pair-rate-not-waited',
    does: 'waits a second each time after the pair rate limit',
    parts: { waitAfter: (_, tries) => (tries < 4 ? 1000 : undefined) },
    meets: { faults: [{ error: 'pair_rate_reached', operation: 'sendMarketingMessage', times: 3 }] },
  },
  {
    rule: 'throughput-not-waited',
    does: 'waits a tenth of a second when the throughput is reached',
    parts: { waitAfter: (_, tries) => (tries < 5 ? 100 : undefined) },
    meets: { faults: [{ error: 'throughput_reached', operation: 'sendMarketingMessage', times: 3 }] },
  },
  {
    rule: 'retried-without-wait',
    does: 'asks again at once when Graph is down',
    parts: { waitAfter: (_, tries) => (tries < 5 ? 1 : undefined) },
    meets: { faults: [{ error: 'service_unavailable', operation: 'getMessageTemplates', times: 2 }] },
  },
]
