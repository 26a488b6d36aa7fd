import type { ScenarioFile, Step } from '../format.ts'
import { Callbacks } from './callbacks.ts'
import { givenIn } from './givers.ts'
import { hearsOf } from './hears.ts'
import { Lexicon } from './lexicon.ts'
import { Phrases } from './phrases.ts'
import { type SecretRules, Secrets } from './secrets.ts'
import type { Session } from './session.ts'
import { actStep, afterSteps, timesTogether, type Writing } from './steps.ts'
import type { WorldSaid } from './world-said.ts'

export interface RecordOptions {
  readonly title: string
  readonly world: Exclude<WorldSaid, { beside: true }>
  readonly rules: SecretRules
}

/** A scenario, and what it leaves out. */
export interface Recorded {
  readonly file: ScenarioFile
  /** What no scenario can say, and what was replaced; in words. */
  readonly notes: readonly string[]
}

/** Writes down what a tester did, as a scenario. The same session gives the same scenario. */
export function record(session: Session, { title, world, rules }: RecordOptions): Recorded {
  const { opening } = session
  const lexicon = new Lexicon(opening)
  const secrets = new Secrets()
  const phrases = new Phrases(lexicon, secrets, rules, opening)
  const callbacks = new Callbacks(session)
  const all = stepsOf(session, { opening, lexicon, secrets, phrases, rules, callbacks, asked: new Set() })
  const { hears, steps: leading } = hearsOf(all, opening)
  const steps = timesTogether(all.slice(leading))
  const scrubbed = scrub(steps, (text) => secrets.scrubbed(text)) as Step[]
  const usesBrace = JSON.stringify(scrubbed).includes('{open}')
  const file = {
    title,
    about: `Recorded from the world ${opening.id}`,
    ...world,
    ...(leading > 0 && { hears: Object.fromEntries(Object.entries(hears).map(([app, list]) => [app, [...list]])) }),
    ...(usesBrace && { variables: { open: '{' } }),
    steps: scrubbed,
  } as ScenarioFile
  return {
    file,
    notes: [...session.leftOut, ...replaced(secrets.count, 'secret'), ...replaced(phrases.strangers, 'phone number')],
  }
}

function stepsOf(session: Session, writing: Writing): Step[] {
  const [first, ...given] = givenIn(session)
  const opening = first ? afterSteps(undefined, session.before, first, writing) : []
  const rest = session.deeds.flatMap(({ act, after }, at) => {
    const gave = given[at] ?? { answer: [], webhooks: [] }
    return afterSteps(actStep(act, gave, writing), after, gave, writing)
  })
  return [...opening, ...rest]
}

/** Every text within a value, changed. */
function scrub(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map((item) => scrub(item, change))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [change(key), scrub(inner, change)]))
}

function replaced(count: number, what: string): string[] {
  return count === 0 ? [] : [`${count} ${what}${count === 1 ? '' : 's'} replaced`]
}
