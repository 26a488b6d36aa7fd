import type { Path } from './leaves.ts'
import { textsOf } from './leaves.ts'
import { Known } from './lexicon.ts'
import { requestOf, saidIn } from './request.ts'
import { replaceRuns } from './runs.ts'
import type { Deed, Session } from './session.ts'

/** Where a value came from that is used later. */
export interface Giver {
  readonly path: Path
  readonly value: string
}

/** What each deed gave that is used later: in its answer, and in the webhooks behind it by their place. */
export interface Given {
  readonly answer: readonly Giver[]
  readonly webhooks: readonly (readonly Giver[])[]
}

interface Found extends Giver {
  /** The deed, and the webhook behind it; -1 is what came before the first deed. */
  readonly deed: number
  readonly webhook?: number
}

/** A scenario names all items of a list up to the one that it remembers. */
const FARTHEST = 9

/** Goes through a session in its order, and finds out which values of answers are used later. */
export function givenIn({ opening, before, deeds }: Session): Given[] {
  const known = new Known(opening)
  const found = new Map<string, Found>()
  const wanted = new Set<Found>()
  const use = (value: unknown): void => {
    for (const text of textsOf(value)) {
      replaceRuns(text, (part) => {
        const giver = found.get(part)
        if (giver) wanted.add(giver)
        return giver && part
      })
    }
  }
  const take = (value: unknown, where: Pick<Found, 'deed' | 'webhook'>): void => {
    for (const { path, value: leaf } of known.newIn(value)) {
      const isFar = path.some((part) => typeof part === 'number' && part > FARTHEST)
      if (!isFar && !found.has(String(leaf))) found.set(String(leaf), { ...where, path, value: String(leaf) })
    }
  }
  const hear = ({ webhooks }: Deed['after'], deed: number): void => {
    for (const [webhook, { value }] of webhooks.entries()) {
      use(idsIn(value))
      take(value, { deed, webhook })
    }
  }
  hear(before, -1)
  for (const [at, { act, after }] of deeds.entries()) {
    const said = saidBy(act, (text) => found.has(text))
    use(said)
    known.say(said)
    take(answerOf(act), { deed: at })
    hear(after, at)
  }
  const byDeed = new Map<number, Found[]>()
  for (const one of wanted) byDeed.set(one.deed, [...(byDeed.get(one.deed) ?? []), one])
  return [before, ...deeds.map(({ after }) => after)].map((after, at) => givenBy(byDeed.get(at - 1) ?? [], after))
}

function givenBy(own: readonly Found[], { webhooks }: Deed['after']): Given {
  return {
    answer: own.filter(({ webhook }) => webhook === undefined),
    webhooks: webhooks.map((_, at) => own.filter(({ webhook }) => webhook === at)),
  }
}

/** @param isGiven an address that an answer gave is used as it stands */
function saidBy(act: Deed['act'], isGiven: (text: string) => boolean): unknown {
  if (act.kind === 'call') return saidIn(requestOf(act.call), isGiven)
  return act.kind === 'happens' ? act.with : act.fault
}

/** What a caller knows afterwards. */
export function answerOf(act: Deed['act']): unknown {
  if (act.kind === 'call') return act.answer.way === undefined ? act.answer.body : undefined
  return act.kind === 'happens' ? act.result : undefined
}

/** Keys under which a webhook tells what it is about; of people it tells the number, too. */
const ABOUT = /^(id|(?!.*user_id$).+_id)$/

function idsIn(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap(idsIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'object' ? idsIn(inner) : ABOUT.test(key) ? [inner] : [],
  )
}
