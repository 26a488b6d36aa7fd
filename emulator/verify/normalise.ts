import { nodes } from '../../contracts/nodes.ts'
import type { OperationContract } from '../../contracts/operation.ts'
import type { Tried } from './call.ts'
import { cleaned } from './clean.ts'
import type { TrialPlace } from './place.ts'

const TIME = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2})?.*)?$/
const ID = /^(act_)?\d{5,}$/
const NAMED = /^\{\w+\}$/

/**
 * What an answer is like, without what two answers differ in and without what is somebody's own. Ids have their names,
 * of texts those are left that the contract itself has, and those of an error; integers are 0 and other numbers 0.5. Items
 * of a list that have become the same are one.
 */
export function normalised({ reply, contract }: Tried, place: TrialPlace): unknown {
  const own = wordsOf(contract)
  const error = typeof reply === 'object' && reply !== null && 'error' in reply
  return plainOf(cleaned(reply, place), (text) => (error && !TIME.test(text) ? errorText(text) : textOf(text, own)))
}

function plainOf(value: unknown, text: (value: string) => string): unknown {
  if (typeof value === 'string') return text(value)
  if (typeof value === 'number') return value
  if (Array.isArray(value)) return once(value.map((item) => plainOf(item, text)))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, inner]) => [keyOf(key), plainOf(number(key, inner), text)])
  return Object.fromEntries(entries)
}

/** The numbers of an error say which it is. */
const NUMBERS_OF_ERRORS = new Set(['code', 'error_subcode'])

function number(key: string, value: unknown): unknown {
  if (typeof value !== 'number' || NUMBERS_OF_ERRORS.has(key)) return value
  return Number.isInteger(value) ? 0 : 0.5
}

const keyOf = (key: string): string => (ID.test(key) || /^…\d{4}$/.test(key) ? '(id)' : key)

function once(items: readonly unknown[]): unknown[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()]
}

function textOf(text: string, own: ReadonlySet<string>): string {
  if (own.has(text) || NAMED.test(text)) return text
  if (TIME.test(text)) return '(time)'
  if (/^https?:\/\//.test(text)) return '(address)'
  return /^(act_)?…?\d+$/.test(text) ? '(id)' : '(text)'
}

/** A trace is another one each time. */
const errorText = (text: string): string => (/^A[A-Za-z0-9_-]{22}$/.test(text) ? '(trace)' : text)

/** The texts that a contract has: the values of its enums. */
function wordsOf({ reply, lists, on, edge }: OperationContract): ReadonlySet<string> {
  const node = lists ?? (edge === undefined && on !== 'Graph' ? on : undefined)
  const words = new Set<string>()
  collect([reply, node && nodes[node].fields], words)
  return words
}

function collect(schema: unknown, words: Set<string>): void {
  if (typeof schema !== 'object' || schema === null) return
  const { enum: values = [], const: only } = schema as { enum?: readonly unknown[]; const?: unknown }
  for (const value of [...values, only]) if (typeof value === 'string') words.add(value)
  for (const inner of Object.values(schema)) collect(inner, words)
}
