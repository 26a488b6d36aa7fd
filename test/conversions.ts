import { createHash } from 'node:crypto'
import type { Response } from 'supertest'
import { type CallOptions, type emulate, type Kit, need } from './kit.ts'
import { market, message, readyToSend } from './sends.ts'

type Change = Parameters<typeof emulate>[1]

export const ROBIN = '14165550100'
export const hashed = (text: string): string => createHash('sha256').update(text).digest('hex')

/** A tap of a customer, as the happening answers it. */
export interface Tap {
  readonly click_id: string
  readonly fbclid: string
}

/** A customer gets a template of the Marketing Messages API and taps its link. */
export async function tap(kit: Kit, body: object = message()): Promise<Tap> {
  const sent = await market(kit, body)
  await kit.advance('1m')
  const { body: happened } = await kit.happens('customer_clicks_link', { message: sent.body.messages[0].id })
  return happened.result
}

/** The world that can send, where Robin has tapped the link of spring_sale. */
export async function tapped(change?: Change): Promise<{ readonly kit: Kit } & Tap> {
  const kit = readyToSend(change)
  return { kit, ...(await tap(kit)) }
}

/** The second that it is in the world. */
export const nowIn = (kit: Kit): number => Math.floor(kit.world().now / 1000)

/** A purchase on the website, just now, by whom `user_data` names. */
export function purchase(kit: Kit, more: object = {}, user_data: object = { ph: [hashed(ROBIN)] }): object {
  const custom_data = { currency: 'USD', value: 12.5 }
  return { event_name: 'Purchase', event_time: nowIn(kit), action_source: 'website', user_data, custom_data, ...more }
}

/** Sends events to the pixel of the client, as the partner. */
export const tell = (kit: Kit, data: unknown, more: object = {}, options: CallOptions = {}): Promise<Response> =>
  kit.graph('POST', '/{pixel}/events', { body: { data, ...more }, ...options })

/** What was counted of conversions of a template, by the day in UTC. */
export function conversionsOf(kit: Kit, template = 'template'): object {
  const days = [...kit.world().metrics.daysOf(need(kit.names[template]), 'mm').utc]
  const told = days.map(([day, tally]) => {
    const own = Object.entries(tally).filter(([name]) => /^(website|app)_/.test(name))
    return [new Date(day * 86_400_000).toISOString().slice(0, 10), Object.fromEntries(own)] as const
  })
  return Object.fromEntries(told.filter(([, own]) => Object.keys(own).length > 0))
}
