import { type EventError, tooLittleInformation } from '../../contracts/conversion-events.ts'
import { isRecord } from '../body.ts'
import type { Fail } from '../failure.ts'
import type { ConversionEvent } from './conversion-event.ts'
import { days, seconds } from './time.ts'

/** How many days after it took place an event may be told. @see sources events-guide: Upload Time versus Event Transaction Time */
const TOLD = 7
const TOLD_OF_STORES = 62

/**
 * Whether the events of a call are such as any dataset takes, whatever their source.
 * @throws Failure an error of `eventErrors`
 */
export function checkEvents(events: readonly ConversionEvent[], now: number, fail: Fail<EventError>): void {
  if (events.length === 0) fail('events_empty', 'data is an empty list: the token is good, and nothing was sent')
  for (const [at, event] of events.entries()) {
    const where = `data[${at}]`
    checkTime(event, now, where, fail)
    if (!event.event_name) fail('event_name_missing', `${where} has no event_name`)
    checkCustomer(event, where, fail)
    checkContents(event, where, fail)
    checkCurrency(event, where, fail)
  }
}

function checkTime(event: ConversionEvent, now: number, where: string, fail: Fail<EventError>): void {
  const { event_time, action_source } = event
  const at = seconds(event_time)
  const clock = `the world's time is ${Math.floor(now / 1000)}`
  if (at > now) fail('event_in_future', `${where}['event_time'] is ${event_time}, in seconds; ${clock}`)
  const told = action_source === 'physical_store' ? TOLD_OF_STORES : TOLD
  if (now - at <= days(told)) return
  fail('event_too_old', `${where}['event_time'] is ${event_time}, more than ${told} days ago; ${clock}`)
}

function checkCustomer({ user_data }: ConversionEvent, where: string, fail: Fail<EventError>): void {
  const given = Object.entries(user_data).flatMap(([key, value]) => (isGiven(value) ? [key] : []))
  if (!tooLittleInformation.some((keys) => given.every((key) => keys.includes(key)))) return
  fail('event_customer_missing', `${where}['user_data'] has ${given.join(', ') || 'nothing'}: nobody is found by that`)
}

function isGiven(value: unknown): boolean {
  return value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)
}

function checkContents(
  { custom_data: { contents = [] } = {} }: ConversionEvent,
  at: string,
  fail: Fail<EventError>,
): void {
  if (Array.isArray(contents) && contents.every(isRecord)) return
  fail('event_contents_invalid', `${at}['custom_data']['contents'] is no list of objects`)
}

function checkCurrency({ event_name, custom_data = {} }: ConversionEvent, at: string, fail: Fail<EventError>): void {
  const { currency = '', value } = custom_data
  if (event_name !== 'Purchase' && value === undefined) return
  if (isCurrency(currency)) return
  const why = `${at} has the currency '${currency}'; one is USD`
  if (event_name !== 'Purchase') fail('event_value_currency_missing', why)
  fail(currency === '' ? 'event_currency_missing' : 'event_currency_invalid', why)
}

/** Whether it is an ISO 4217 code, in small letters or capitals. */
function isCurrency(code: string): boolean {
  known ??= new Set(Intl.supportedValuesOf('currency'))
  return known.has(code.toUpperCase())
}

/** Made when it is first needed. */
let known: ReadonlySet<string> | undefined
