import type { History, HistoryDelivery } from '../history.ts'
import { once } from './once.ts'
import { type Fields, fieldsOf, listOf, parsed, textOf } from './values.ts'

/** One change that a receiver took, and when the client knew of it: before calls with a number above `calls`. */
export interface News {
  readonly calls: number
  readonly at: number
  readonly field: string
  readonly value: Fields
}

/** Whether the receiver said that it has it. */
export function isTaken({ status }: HistoryDelivery): boolean {
  return status >= 200 && status < 300
}

/** What the client was told by webhooks that it took, in the order in which it heard. */
export const newsOf: (history: History) => readonly News[] = once(({ deliveries }) =>
  deliveries.filter(isTaken).flatMap(({ calls, at, body }) => {
    const entries = listOf(fieldsOf(parsed(body)).entry)
    return entries
      .flatMap((entry) => listOf(fieldsOf(entry).changes).map(fieldsOf))
      .map(({ field, value }) => ({ calls, at, field: textOf(field) ?? '', value: fieldsOf(value) }))
  }),
)

/** What became of a message. */
export interface Status {
  readonly calls: number
  readonly at: number
  /** The message. */
  readonly id: string
  readonly status: string
  /** The code of the error of one that failed. */
  readonly code: number | undefined
  /** What it was billed as: `marketing_lite` where the Marketing Messages API carried it. */
  readonly category: string | undefined
}

export const statusesOf: (history: History) => readonly Status[] = once((history) =>
  newsOf(history).flatMap(({ calls, at, value }) =>
    listOf(value.statuses)
      .map(fieldsOf)
      .map(({ id, status, errors, pricing }) => {
        const { code } = fieldsOf(listOf(errors)[0])
        return {
          calls,
          at,
          id: textOf(id) ?? '',
          status: textOf(status) ?? '',
          code: typeof code === 'number' ? code : undefined,
          category: textOf(fieldsOf(pricing).category),
        }
      }),
  ),
)

/** What somebody chose about marketing messages of a number. */
export interface Preference {
  readonly calls: number
  readonly phone: string
  readonly recipient: string
  readonly value: string
}

export const preferencesOf: (history: History) => readonly Preference[] = once((history) =>
  newsOf(history).flatMap(({ calls, value }) => {
    const phone = textOf(fieldsOf(value.metadata).phone_number_id) ?? ''
    return listOf(value.user_preferences)
      .map(fieldsOf)
      .map((preference) => ({
        calls,
        phone,
        recipient: textOf(preference.wa_id) ?? textOf(preference.user_id) ?? '',
        value: textOf(preference.value) ?? '',
      }))
  }),
)

/** Customers who wrote, and when the client knew. */
export const writersOf: (history: History) => readonly { readonly calls: number; readonly who: string }[] = once(
  (history) =>
    newsOf(history).flatMap(({ calls, value }) =>
      listOf(value.messages).map((message) => ({ calls, who: textOf(fieldsOf(message).from) ?? '' })),
    ),
)
