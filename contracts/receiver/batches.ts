import { wireText } from '../wire-text.ts'
import type { Maker } from './maker.ts'
import { about, statusOf, textOf } from './values.ts'

/** How many entries, how many changes in each, and how many statuses or messages in each of those. */
export interface BatchSize {
  readonly entries: number
  readonly changes: number
  readonly items: number
}

/** Many updates in one POST. @see sources webhooks-endpoint: Batching */
export function batchOf(maker: Maker, kind: 'statuses' | 'messages', { entries, changes, items }: BatchSize): string {
  const item = (): object => (kind === 'statuses' ? statusOf(maker, 'delivered') : textOf(maker, 'Rye?'))
  const value = (): object => ({ ...about(maker), [kind]: times(items, item) })
  const change = (): object => ({ value: value(), field: 'messages' })
  const entry = (): object => ({ id: maker.id(), changes: times(changes, change) })
  return wireText({ object: 'whatsapp_business_account', entry: times(entries, entry) })
}

/** Long messages of customers up to so many bytes in one POST. @see sources webhooks-overview: Payload size */
export function largeBody(maker: Maker, bytes: number): string {
  const [head, tail] = batchOf(maker, 'messages', { entries: 1, changes: 1, items: 0 }).split('"messages":[]')
  const parts: string[] = []
  let size = `${head}"messages":[]${tail}`.length
  for (;;) {
    const part = wireText(textOf(maker, 'a loaf of rye '.repeat(290)))
    size += part.length + 1
    if (size > bytes) return `${head}"messages":[${parts.join(',')}]${tail}`
    parts.push(part)
  }
}

function times<T>(count: number, make: () => T): T[] {
  return Array.from({ length: count }, make)
}
