import type { Response } from 'supertest'
import { expect } from 'vitest'
import type { WorldFile } from '../emulator/world/file.ts'
import { emulate, type Kit, need, type Post, type Receiver, receive, subscribe, told } from './kit.ts'

type Change = Parameters<typeof emulate>[1]

/** The world in which everything can be sent, or a changed copy of it. */
export function readyToSend(change?: Change): Kit {
  return emulate('ready-to-send', change)
}

/** Changes one row of a section of the world file. */
export function row(section: keyof WorldFile, name: string, more: object): NonNullable<Change> {
  return (file) => Object.assign((file[section] as Record<string, object>)[name] as object, more)
}

export function ruled(name: string, side: string): NonNullable<Change> {
  return (file) => {
    file.rulings = { ...file.rulings, [name]: side }
  }
}

export const both =
  (...changes: NonNullable<Change>[]): NonNullable<Change> =>
  (file) => {
    for (const change of changes) change(file)
  }

/** A body that sends the template without variables to somebody who reads. */
export function message(more: object = {}, template: object = {}): object {
  return {
    messaging_product: 'whatsapp',
    to: '+14165550100',
    type: 'template',
    template: { name: 'spring_sale', language: { code: 'en_US' }, ...template },
    ...more,
  }
}

/** The parameters that the template with variables needs. */
export const birthday = {
  name: 'birthday_offer',
  components: [
    { type: 'header', parameters: [{ type: 'text', text: 'Robin' }] },
    {
      type: 'body',
      parameters: [
        { type: 'text', text: 'Robin' },
        { type: 'text', text: 'BREAD20' },
      ],
    },
    { type: 'button', sub_type: 'url', index: '0', parameters: [{ type: 'text', text: 'BREAD20' }] },
  ],
}

export const market = (kit: Kit, body: object = message(), options: object = {}): Promise<Response> =>
  kit.graph('POST', '/{phone}/marketing_messages', { as: 'client_business', version: 'v25.0', body, ...options })

export const send = (kit: Kit, body: object = message(), options: object = {}): Promise<Response> =>
  kit.graph('POST', '/{phone}/messages', { as: 'client_business', version: 'v25.0', body, ...options })

/** A receiver of what comes of messages, subscribed by an app in a Graph version. */
export async function hear(kit: Kit, fields = ['messages'], version?: string): Promise<Receiver> {
  const receiver = await receive()
  await subscribe(kit, receiver, 'app', fields, version)
  expect((await kit.graph('POST', '/{waba}/subscribed_apps', { as: 'client_business' })).body).toEqual({
    success: true,
  })
  return receiver
}

/** A world that can send at once, with a receiver of all that comes of its messages. */
export async function listening(change?: Change): Promise<{ kit: Kit; receiver: Receiver }> {
  const kit = readyToSend(change)
  const receiver = await hear(kit, ['messages', 'user_preferences', 'tracking_events', 'automatic_events'])
  return { kit, receiver }
}

interface Status {
  readonly id: string
  readonly status: string
  readonly timestamp: string
  readonly [key: string]: unknown
}

/** The statuses that were posted, in order, each held to its contract. */
export function statuses(receiver: Receiver): Status[] {
  return told<{ statuses?: Status[] }>(receiver).flatMap((value) => value.statuses ?? [])
}

/** The value of the one change of a webhook. */
export function valueIn(post: Post): Readonly<Record<string, unknown>> {
  return need(post.json.entry[0]?.changes[0]).value as ReturnType<typeof valueIn>
}

/** `sent delivered read` of a message that was sent by a body. */
export async function fateOf(change: Change | undefined, body: object, by = market): Promise<string> {
  const kit = readyToSend(change)
  const receiver = await hear(kit)
  const { status, body: reply } = await by(kit, body)
  if (status !== 200) return `${status} ${reply.error.code}`
  await kit.advance('40d')
  return statuses(receiver)
    .map(({ status: told, errors }) => (errors ? `${told} ${(errors as { code: number }[])[0]?.code}` : told))
    .join(' ')
}
