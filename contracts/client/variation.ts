import type { ErrorName } from '../errors.ts'
import type { RulingName, Rulings } from '../rulings.ts'
import type { Citation } from '../sources.ts'
import { isIn, type Version } from '../versions.ts'

/** Under what a call is made or a webhook posted: the version that serves it, the day (UTC), the sides of rulings. */
export interface Setting {
  readonly version: Version
  readonly day: string
  readonly rulings: Rulings
}

/** A setting in which something holds; all that is named must be so. */
export interface When {
  readonly since?: Version
  readonly until?: Version
  /** The first day on which it holds. */
  readonly from?: string
  /** The first day on which it holds no longer. */
  readonly before?: string
  readonly rulings?: Partial<Rulings>
}

/** What becomes of a place: it is not there, the call is refused, or it is there, in words. */
export type State = 'gone' | { readonly error: ErrorName } | { readonly as: string }

/** What in a client's contract a variation is about. Without `operations` it is about all. */
export type Place =
  | { readonly kind: 'reply'; readonly operations?: readonly string[]; readonly parts: readonly string[] }
  | {
      readonly kind: 'param'
      readonly operations?: readonly string[]
      readonly param: string
      /** It is about calls that do not send it. */
      readonly missing?: true
      /** Only calls like this, of those that are about no operation. */
      readonly call?: string
    }
  /** The call as such. */
  | { readonly kind: 'call'; readonly operations: readonly string[] }
  | { readonly kind: 'header'; readonly operations?: readonly string[]; readonly header: string }
  /** The error that a call gets: the states say which. */
  | { readonly kind: 'error'; readonly operations: readonly string[] }
  /** Without `parts` it is about the webhook as a whole. `events` are those whose name begins so. */
  | {
      readonly kind: 'webhook'
      readonly field: string
      readonly events?: readonly string[]
      readonly parts?: readonly string[]
      /** It is about clients that never call this operation. */
      readonly withoutCalling?: string
    }
  /** Any webhook, and how it was answered, where `answers` names statuses. */
  | { readonly kind: 'delivery'; readonly answers?: 'other than 200' }

/** Something that is otherwise in another version, on another day or under another side of a ruling. */
export interface Variation {
  readonly place: Place
  /** The first whose condition holds counts. The last has none. */
  readonly cases: readonly { readonly when?: When; readonly is: State }[]
  /** The ruling that it is about: its sides are the sources. */
  readonly ruling?: RulingName
  readonly source?: Citation
  /** Whether this client meets it depends on what its contract does not keep: so it never counts as a break. */
  readonly depends?: string
}

/** What holds in a setting. */
export function stateIn({ cases }: Variation, setting: Setting): State {
  const found = cases.find(({ when }) => when === undefined || holds(when, setting))
  if (!found) throw new Error('a variation has no case for the rest')
  return found.is
}

function holds({ from, before, rulings = {}, ...range }: When, setting: Setting): boolean {
  const isDay = setting.day >= (from ?? '') && (before === undefined || setting.day < before)
  const isSide = Object.entries(rulings).every(([name, side]) => setting.rulings[name as RulingName] === side)
  return isDay && isSide && isIn(range, setting.version)
}

export function isSame(one: State, other: State): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

export function isError(state: State): state is { readonly error: ErrorName } {
  return typeof state === 'object' && 'error' in state
}

export function inWords(state: State): string {
  if (state === 'gone') return 'it is gone'
  return 'error' in state ? `it is refused with ${state.error}` : state.as
}
