import { expect } from 'vitest'
import { problemsWith } from '../contracts/validate.ts'
import type { WebhookContract } from '../contracts/webhook.ts'
import { webhooks } from '../contracts/webhooks.ts'
import type { PhoneNumber } from '../emulator/world/number.ts'
import { emulate, type Kit, need, type Receiver, receive } from './kit.ts'

type Change = NonNullable<Parameters<typeof emulate>[1]>
type Row = Record<string, unknown>

/** The world ready-to-send, its number changed. */
export function withNumber(row: Row = {}, change: Change = () => undefined): Kit {
  return emulate('ready-to-send', (file) => {
    Object.assign(need(file.phoneNumbers?.phone), row)
    change(file)
  })
}

/** The number as the world has it. */
export const numberIn = (kit: Kit, name = 'phone'): PhoneNumber =>
  kit.world().need('WhatsAppBusinessAccountToNumberCurrentStatus', need(kit.names[name]))

export const readNumber = async (kit: Kit, fields: string, name = 'phone') =>
  (await kit.graph('GET', `/{${name}}`, { query: { fields } })).body

export const readAccount = async (kit: Kit, fields: string) =>
  (await kit.graph('GET', '/{waba}', { query: { fields } })).body

/** Subscribes the app and the account to webhook fields. */
export async function hear(kit: Kit, fields: readonly string[], version = 'v24.0'): Promise<Receiver> {
  const receiver = await hearAsApp(kit, fields, version)
  expect((await kit.graph('POST', '/{waba}/subscribed_apps')).status).toBe(200)
  return receiver
}

/** Subscribes the app alone, which is enough for news of accounts as a whole. */
export async function hearAsApp(kit: Kit, fields: readonly string[], version = 'v24.0'): Promise<Receiver> {
  const receiver = await receive()
  const body = { object: 'whatsapp_business_account', callback_url: receiver.url, verify_token: 'let-me-in', fields }
  expect((await kit.graph('POST', '/{app}/subscriptions', { as: 'app', body, version })).status).toBe(200)
  return receiver
}

/** The values that a receiver got, each held to its contract. */
export function valuesOf({ posts }: Receiver): object[] {
  return posts.map(({ json }) => {
    const { field, value } = need(json.entry[0]?.changes[0])
    const contract = need(webhooks.find((one) => one.field === field)) as WebhookContract
    const fits = Object.values(contract.events).filter((event) => problemsWith(event.value, value).length === 0)
    expect(fits, JSON.stringify(value)).toHaveLength(1)
    return value as object
  })
}

/** Why something cannot happen. */
export async function refusal(kit: Kit, name: string, params: object): Promise<string> {
  const { status, body } = await kit.happens(name, params)
  expect(status).toBeGreaterThanOrEqual(400)
  return JSON.stringify(body)
}
