import type { History, HistoryCall } from '../history.ts'
import { groupBy } from './keys.ts'
import { once } from './once.ts'
import { nodeOf } from './place.ts'
import { fieldsOf, listOf, looseFieldsOf, textOf } from './values.ts'

/** A call that sends a message. */
export interface Send {
  readonly call: HistoryCall
  /** `mm`: /marketing_messages. */
  readonly way: 'mm' | 'cloud'
  readonly phone: string
  /** The recipient as it was written. */
  readonly to: string
  /** Whom it goes to: the number that Graph read, or the user id; else the digits as they were written. */
  readonly recipient: string
  /** The name of the template, where it is one. */
  readonly template: string | undefined
  /** The id of the message, when it was taken. */
  readonly id: string | undefined
}

const WAYS: Readonly<Record<string, Send['way']>> = { sendMarketingMessage: 'mm', sendMessage: 'cloud' }

/** Every message that was sent or tried, oldest first; marking one as read is none. */
export const sendsOf: (history: History) => readonly Send[] = once(({ calls }) => {
  const sends: Send[] = []
  for (const call of calls) {
    const way = call.operation === undefined ? undefined : WAYS[call.operation]
    const params = fieldsOf(call.params)
    if (way && params.status === undefined) sends.push(sendOf(call, way, params))
  }
  return sends
})

/** The sends of each number. */
export const sendsByPhone: (history: History) => ReadonlyMap<string, readonly Send[]> = once((history) =>
  groupBy(sendsOf(history), ({ phone }) => phone),
)

/** The sends of each number to each recipient, as it was written. */
export const sendsByPair: (history: History) => ReadonlyMap<string, readonly Send[]> = once((history) =>
  groupBy(sendsOf(history), ({ phone, to }) => `${phone} ${to}`),
)

/** Who sends a message and by what it is known, and not what it says. */
const ABOUT = new Set(['access_token', 'appsecret_proof', 'appsecret_time', 'biz_opaque_callback_data'])

function sendOf(call: HistoryCall, way: Send['way'], params: Readonly<Record<string, unknown>>): Send {
  const reply = fieldsOf(call.reply)
  const contact = fieldsOf(listOf(reply.contacts)[0])
  const to = String(params.to ?? params.recipient ?? '')
  const template = textOf(looseFieldsOf(params.template).name)
  return {
    call,
    way,
    phone: nodeOf(call),
    to,
    recipient: textOf(contact.wa_id) ?? textOf(contact.user_id) ?? to.replaceAll(/[\s()+-]/g, ''),
    template,
    id: textOf(fieldsOf(listOf(reply.messages)[0]).id),
  }
}

/** The same for messages that say the same to the same recipient. */
export function contentOf({ call }: Send): string {
  return JSON.stringify(Object.entries(fieldsOf(call.params)).filter(([name]) => !ABOUT.has(name)))
}

/** Whether it sends a template that is a marketing message: those of /marketing_messages are. */
export function isMarketing({ way, template }: Send): boolean {
  return way === 'mm' && template !== undefined
}

/** The sends by the id of their message. */
export const sendsById: (history: History) => ReadonlyMap<string, Send> = once(
  (history) => new Map(sendsOf(history).flatMap((send) => (send.id === undefined ? [] : [[send.id, send] as const]))),
)
