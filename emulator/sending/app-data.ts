import { appMediaTypes } from '../../contracts/app-data.ts'
import type { Effects } from '../effects.ts'
import { digitsOf } from '../model/digits.ts'
import { days } from '../model/time.ts'
import type { AppContact, BusinessApp, PastMessage } from '../world/business-app.ts'
import type { PhoneNumber } from '../world/number.ts'
import type { World } from '../world/world.ts'
import { secondsOf, tell } from './inbound.ts'
import { contentOf } from './inbound-content.ts'
import { wamid } from './wamid.ts'

/** What telling of an app takes. */
export interface Telling extends Pick<Effects, 'later' | 'notify'> {
  readonly world: World
  readonly phone: PhoneNumber
}

/** How many contacts or messages one webhook has: assumed, Meta says that it can be thousands. */
const MOST_IN_ONE = 1000

/** Contacts that were added, edited or, without a name, removed. @see sources state-sync-webhook */
export function tellOfContacts(
  telling: Telling,
  contacts: readonly Partial<AppContact>[],
  action: 'add' | 'remove',
): void {
  const timestamp = secondsOf(telling.world.now)
  const changes = contacts.map((contact) => ({ type: 'contact', contact, action, metadata: { timestamp } }))
  for (const state_sync of slices(changes)) tell(telling, { state_sync }, 'smb_app_state_sync')
}

/** @see sources history-webhook: Chat history sharing declined */
export function tellThatChatsAreNotShared(telling: Telling): void {
  const title = 'History sync is turned off by the business from the WhatsApp Business App'
  const details = 'History sharing is turned off by the business'
  const errors = [{ code: 2593109, title, message: title, error_data: { details } }]
  tell(telling, { history: [{ errors }] }, 'history')
}

/** From when to when back messages are of a phase. @see sources history-webhook: Phases and chunks */
const PHASES: readonly [from: number, to: number][] = [
  [0, days(1)],
  [days(1), days(90)],
  [days(90), days(180)],
]

/** Files are told of apart, and only of messages that are so young. @see sources history-webhook */
const MEDIA_AGE = days(14)

/**
 * The chats of an app from before it came to the Cloud API, phase by phase and chunk by chunk; what is older than 180 days
 * is not told. Then the files of the last 14 days, one by one.
 * @see sources history-webhook
 */
export function tellOfChats(telling: Telling, { history, onboardedAt }: BusinessApp): void {
  const told = history.map((message) => ({
    ...message,
    id: wamid(telling.world, message.with, message.byBusiness ? 'out' : 'in'),
  }))
  const chunks = PHASES.flatMap(([from, to], phase) => {
    const messages = told.filter(({ at }) => onboardedAt - at < to && onboardedAt - at >= from)
    const sorted = messages.sort((a, b) => a.at - b.at)
    return slices(sorted).map((part, order) => ({ phase, chunk_order: order + 1, messages: part }))
  })
  const total = chunks.reduce((sum, { messages }) => sum + messages.length, 0)
  let done = 0
  for (const { messages, ...metadata } of chunks) {
    done += messages.length
    const progress = Math.floor((100 * done) / total)
    const threads = threadsOf(telling, messages)
    tell(telling, { history: [{ metadata: { ...metadata, progress }, threads }] }, 'history')
  }
  for (const message of told) if (isFile(message) && onboardedAt - message.at < MEDIA_AGE) tellOfFile(telling, message)
}

type Told = PastMessage & { readonly id: string }

const isFile = ({ type }: PastMessage): boolean => appMediaTypes.some((media) => media === type)

function threadsOf({ phone }: Telling, messages: readonly Told[]): object[] {
  const customers = [...new Set(messages.map((message) => message.with))]
  return customers.map((id) => ({
    id,
    messages: messages.filter((message) => message.with === id).map((message) => pastOf(phone, message)),
  }))
}

/** A file stands there as a placeholder. */
function pastOf(phone: PhoneNumber, message: Told): object {
  const { status, type, content } = message
  const what = isFile(message) ? { type: 'media_placeholder' } : { type, [type]: content }
  return { ...headOf(phone, message), ...what, history_context: { status } }
}

function headOf(phone: PhoneNumber, { byBusiness, with: customer, id, at }: Told): object {
  return { from: byBusiness ? digitsOf(phone.display_phone_number) : customer, id, timestamp: secondsOf(at) }
}

function tellOfFile(telling: Telling, message: Told): void {
  const refuse = (why: string): never => {
    throw new Error(`a file of a chat cannot be told: ${why}`)
  }
  const content = contentOf({ ...telling, refuse }, { type: message.type, [message.type]: message.content })
  tell(telling, { messages: [{ ...headOf(telling.phone, message), ...content }] }, 'history')
}

function slices<T>(items: readonly T[]): T[][] {
  const count = Math.ceil(items.length / MOST_IN_ONE)
  return Array.from({ length: count }, (_, at) => items.slice(at * MOST_IN_ONE, (at + 1) * MOST_IN_ONE))
}
