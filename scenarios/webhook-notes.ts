import { gistOf } from './gist.ts'
import type { Playing } from './play.ts'
import type { Posted } from './stage.ts'

/** What a step heard when a webhook that it expects did not come. */
export interface Heard {
  /** What came in this step. */
  readonly fresh: readonly Posted[]
  /** What came before it, and no step has named. */
  readonly before: readonly Posted[]
  /** Which of its webhooks named what came, from 1. */
  readonly named: ReadonlyMap<Posted, number>
  readonly playing: Playing
}

const NOTHING_AT_ALL =
  'nothing came in the whole scenario: beside hears, the account must tell the app: POST /{waba}/subscribed_apps'

const MOST_LINES = 10

/** What came, what was named of it, and what the emulator remarked on calls: lines for whoever looks for the fault. */
export function heardText({ fresh, before, named, playing }: Heard): string[] {
  const by = (posted: Posted): string => {
    const at = named.get(posted)
    return at === undefined ? 'left over' : `named by ${at}`
  }
  const line = (posted: Posted): string => `  ${by(posted)}: ${said(posted, playing)}`
  return [
    ...(fresh.length > 0 ? ['came in this step:', ...most(fresh.map(line))] : ['nothing came in this step']),
    ...(before.length > 0 ? ['came before, and no step had named it:', ...most(before.map(line))] : []),
    ...(playing.came.length === 0 ? [NOTHING_AT_ALL] : []),
    ...playing.remarks.map((remark) => `mmgraph remarked: ${remark}`),
  ]
}

function most(lines: readonly string[]): readonly string[] {
  const more = lines.length - MOST_LINES
  return more > 0 ? [...lines.slice(0, MOST_LINES), `  … and ${more} more`] : lines
}

function said({ field, value, app }: Posted, { stage }: Playing): string {
  const [name = app] = Object.entries(stage.world.names).find(([, id]) => id === app) ?? []
  return [field, gistOf(value), `to ${name}:`, cut(ownParts(value))].filter(Boolean).join(' ')
}

/** What is the same in all webhooks of messages says nothing of one. */
function ownParts(value: unknown): unknown {
  const { messaging_product: _, metadata: __, contacts: ___, ...rest } = Object(value) as Record<string, unknown>
  return rest
}

const LONGEST = 160

/** A value on one line that is not long. */
export function cut(value: unknown): string {
  const text = JSON.stringify(value)
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}
