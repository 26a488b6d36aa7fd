import { markOf } from '../words.ts'
import { keyOf, type Path, type Scalar } from './leaves.ts'
import type { Phrases } from './phrases.ts'
import type { SecretRules } from './secrets.ts'

// Which parts of an answer, or of a webhook, a scenario expects: those that say what came of it, and are the same in every play.

/** Keys whose values tell what came of it. */
const TELLING = new RegExp(
  `^(${[
    'success|status|.+_status|state|event|decision|reason|ownership_type|result|valid|is_valid',
    'type|action_type|action|method|category|.+_category|name|verified_name|language|message_template_(name|language)',
    'body|title|payload|emoji|caption|code|error_code|subcode|error_subcode',
    'quality_rating|quality_score|score|.+_tier|.+_limit|.+_percent_completion|enabled|count|total_count',
  ].join('|')})$`,
)
/** What stands under them is about many things, or is long. */
const ASIDE = new Set([
  'paging',
  'metadata',
  'contacts',
  'profile',
  'conversation',
  'pricing',
  'components',
  '__debug__',
  'headers',
])
/** Ids and people that a scenario has names for. */
const NAMED = /^(id|from|to|wa_id|recipient_id|.+_id)$/
const LONGEST_LIST = 5
const LONGEST_TEXT = 100
/** What has this in it was made for one world: an id, a time, an address. */
const MADE = /\d{9,}|:\/\/|\d{4}-\d\d-\d\dT/

export interface Telling {
  readonly phrases: Phrases
  readonly rules: SecretRules
  /** What is remembered: the name by the path as JSON. */
  readonly marks: ReadonlyMap<string, string>
  /** Keys that were asked for. */
  readonly asked: ReadonlySet<string>
  /** Whether ids are told that have names. */
  readonly ids: boolean
}

/** The parts that tell something; undefined where there are none. */
export function tellingOf(value: unknown, telling: Telling, path: Path = [], aside = false): unknown {
  const mark = telling.marks.get(JSON.stringify(path))
  if (mark !== undefined) return `<${mark}>`
  if (Array.isArray(value)) return ofList(value, telling, path, aside)
  if (typeof value === 'object' && value !== null) return ofObject(value, telling, path, aside)
  const isScalar = ['string', 'number', 'boolean'].includes(typeof value)
  return isScalar && !aside ? ofScalar(value as Scalar, telling, keyOf(path)) : undefined
}

/** A list is expected with all its items, or not at all. */
function ofList(list: readonly unknown[], telling: Telling, path: Path, aside: boolean): unknown {
  const inner = [...telling.marks.keys()].some((key) =>
    key.startsWith(`${JSON.stringify(path).slice(0, -1)}${path.length > 0 ? ',' : ''}`),
  )
  const isLong = list.length > LONGEST_LIST
  if (isLong && !inner) return undefined
  const items = list.map((item, at) => tellingOf(item, telling, [...path, at], aside || isLong))
  if (items.every((item) => item === undefined)) return undefined
  const isWhole = list.every((item, at) => items[at] !== undefined || (typeof item === 'object' && item !== null))
  return isWhole ? items.map((item) => item ?? {}) : undefined
}

function ofObject(value: object, telling: Telling, path: Path, aside: boolean): unknown {
  const entries = Object.entries(value).flatMap(([key, inner]) => {
    const said = tellingOf(inner, telling, [...path, key], aside || ASIDE.has(key))
    return said === undefined ? [] : [[telling.phrases.text(key), said] as const]
  })
  return entries.length > 0 ? Object.fromEntries(entries) : undefined
}

function ofScalar(value: Scalar, { phrases, rules, asked, ids }: Telling, key: string): unknown {
  const name = phrases.nameOf(value)
  if (name !== undefined) return ids && typeof value === 'string' && NAMED.test(key) ? `{${name}}` : undefined
  if (!TELLING.test(key) && !asked.has(key)) return undefined
  if (typeof value !== 'string') return value
  const isPlain = !rules.isSecretName(key) && !isOdd(value) && phrases.text(value, key) === value
  return isPlain ? value : undefined
}

const isOdd = (text: string): boolean => text.length > LONGEST_TEXT || MADE.test(text) || markOf(text) !== undefined
