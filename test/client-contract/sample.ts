import type { Response } from 'supertest'
import type { ClientContract } from '../../contracts/client/format.ts'
import { touched } from '../../contracts/client/touch.ts'
import type { Rulings } from '../../contracts/rulings.ts'
import { contractOfClient } from '../../emulator/check/client-contract.ts'
import { readTouches } from '../../emulator/check/touch-report.ts'
import { type CallOptions, emulate, type Kit, type Post, receive, subscribe } from '../kit.ts'
import { message } from '../sends.ts'

/** A reply as a client reads it: anything may be there. */
// biome-ignore lint/suspicious/noExplicitAny: the sample reads replies as clients in JavaScript do
type Body = any

/** One call of the sample client, and what it reads of the answer. */
interface SampleCall {
  readonly method?: 'GET' | 'POST'
  readonly path: string
  readonly options?: CallOptions
  readonly reads: (body: Body) => unknown
}

const of = (name: string) => message({}, { name, language: { code: 'en_US' } })
const code = ({ error }: Body): unknown => error?.code ?? error?.error_subcode

/** What the sample client does, in this order. It reads what it needs, and does not care for versions. */
export const SAMPLE: Readonly<Record<string, SampleCall>> = {
  old_status: {
    path: '/{waba}',
    options: { query: { fields: 'name,marketing_messages_lite_api_status' } },
    reads: (body) => body.marketing_messages_lite_api_status ?? code(body),
  },
  status_time: {
    path: '/{waba}',
    options: { query: { fields: 'owner_business_info' } },
    reads: ({ owner_business_info: owner }) => [owner.name, owner.marketing_messages_onboarding_status.time],
  },
  numbers: {
    path: '/{waba}/phone_numbers',
    options: { query: { fields: 'display_phone_number,quality_rating' } },
    reads: ({ data }) => data.map((number: Body) => number.display_phone_number),
  },
  templates: {
    path: '/{waba}/message_templates',
    options: { query: { fields: 'name,ad_account_id,bid_spec', name: 'spring' } },
    reads: ({ data }) => data.map((template: Body) => [template.ad_account_id, template.bid_spec?.bid_amount]),
  },
  profile: { path: '/{phone}/whatsapp_business_profile', reads: ({ data }) => data?.[0].messaging_product },
  send: {
    method: 'POST',
    path: '/{phone}/marketing_messages',
    options: { body: message() },
    reads: ({ messages, contacts }) => [messages[0].id, messages[0].message_status, contacts[0].wa_id],
  },
  wrong_category: {
    method: 'POST',
    path: '/{phone}/marketing_messages',
    options: { body: of('receipt') },
    reads: code,
  },
  syncing: {
    method: 'POST',
    path: '/{phone}/marketing_messages',
    options: { body: of('fresh_bread') },
    reads: code,
  },
  group: {
    method: 'POST',
    path: '/{waba}/template_groups',
    options: { body: { name: 'Spring', whatsapp_business_templates: ['{template}'] } },
    reads: (body) => body.id ?? code(body),
  },
  several: { path: '/', options: { query: { ids: '{waba},{client}' } }, reads: (body) => Object.values(body).length },
  warnings: {
    path: '/{waba}',
    options: { query: { debug: 'all' } },
    reads: (body) => [body.id, body.__debug__?.messages],
  },
  ads: { path: '/me/adaccounts', reads: (body) => body.data?.length ?? code(body) },
  insights: {
    path: '/{ad_account}/insights',
    options: { query: { fields: 'marketing_messages_sent', date_preset: 'maximum' } },
    reads: (body) => body.data ?? code(body),
  },
  insights_as_field: {
    path: '/{ad_account}',
    options: { query: { fields: 'name,campaigns{name}' } },
    reads: (body) => body.name ?? code(body),
  },
  conversations: {
    path: '/{waba}/conversation_analytics',
    options: { query: { start: '1772000000', end: '1772500000', granularity: 'DAILY' } },
    reads: (body) => body.data ?? code(body),
  },
  template_analytics: {
    path: '/{waba}/template_analytics',
    options: {
      query: { start: '1772000000', end: '1772400000', granularity: 'DAILY', template_ids: '["{template}"]' },
    },
    reads: code,
  },
  bad_token: { path: '/{waba}', options: { as: 'EAAMMGRAPHgone' }, reads: code },
  invitation: { method: 'POST', path: '/{client}/onboard_partners_to_mm_lite', reads: (body) => code(body) },
}

/** Of a status webhook. */
function readWebhook(body: Body): unknown {
  return body.entry.map(({ changes }: Body) =>
    changes.map(({ value }: Body) => [
      value.statuses?.[0].status,
      value.statuses?.[0].conversation?.origin.type,
      value.contacts?.[0].user_id,
      value.max_daily_conversations_per_business,
    ]),
  )
}

/** Under what it is played. */
export interface SampleSetting {
  readonly version: string
  readonly day: string
  readonly rulings?: Partial<Rulings>
}

/** What came of a play. */
export interface Played {
  readonly kit: Kit
  readonly contract: ClientContract
  readonly replies: Readonly<Record<string, { readonly response: Response; readonly parts: readonly string[] }>>
  readonly posts: readonly Post[]
}

/** Plays the sample client against a world of its own. */
export async function playSample({ version, day, rulings = {} }: SampleSetting): Promise<Played> {
  const kit = sampleWorld(day, rulings)
  const receiver = await receive()
  await subscribe(kit, receiver, 'app', ['messages', 'business_capability_update'], version)
  await kit.graph('POST', '/{waba}/subscribed_apps', { as: 'client_business', version })
  const lines: object[] = []
  const replies: Record<string, { response: Response; parts: string[] }> = {}
  for (const [name, { method = 'GET', path, options, reads }] of Object.entries(SAMPLE)) {
    const response = await kit.graph(method, path, {
      as: 'client_business',
      version,
      ...options,
      ...(options?.query && { query: filled(kit, options.query) }),
      ...(options?.body && { body: JSON.parse(fill(kit, JSON.stringify(options.body))) }),
    })
    if (method === 'POST') await kit.advance('10s')
    const parts: string[] = []
    const subject = { world: kit.id, trace: response.headers['x-fb-request-id'] }
    lines.push(subject)
    reads(
      touched(structuredClone(response.body), (part, how) => {
        if (how === 'read') parts.push(part)
        lines.push({ ...subject, path: part, how })
      }),
    )
    replies[name] = { response, parts }
  }
  await kit.advance('1m')
  await kit.happens('messaging_limit_changes', { business: 'client', limit: 'TIER_10K' })
  for (const { json, headers } of receiver.posts) {
    const subject = { signature: headers['x-hub-signature-256'] }
    lines.push(subject)
    readWebhook(touched(structuredClone(json), (path, how) => lines.push({ ...subject, path, how })))
  }
  const touches = readTouches(lines.map((line) => JSON.stringify(line)).join('\n'))
  return { kit, contract: contractOfClient('the sample', [kit.world()], { touches }), replies, posts: receiver.posts }
}

function sampleWorld(day: string, rulings: Partial<Rulings>): Kit {
  return emulate(
    'ready-to-send',
    (file) => {
      file.rulings = { ...file.rulings, ...rulings }
      const body = [{ type: 'BODY', text: 'Our bread is fresh from Monday on.' }] as const
      const more = {
        receipt: { account: 'waba', name: 'receipt', category: 'UTILITY', components: body },
        fresh_bread: { account: 'waba', name: 'fresh_bread', category: 'MARKETING', components: body, synced: false },
      }
      Object.assign(file.templates ?? {}, structuredClone(more))
      Object.assign(file.templates?.template ?? {}, { optimization_spec: { bid_amount: 100 } })
    },
    { graphDate: day },
  )
}

function filled(kit: Kit, query: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(query).map(([key, text]) => [key, fill(kit, text)]))
}

function fill(kit: Kit, text: string): string {
  return text.replaceAll(/\{(\w+)\}/g, (all, name: string) => kit.names[name] ?? all)
}
