import type { ScenarioFile, Step } from '../format.ts'
import type { Difference } from '../match.ts'
import { play, type Target } from '../play.ts'
import { idOf } from '../play-all.ts'
import { readScenario } from '../read.ts'
import type { Played } from '../result.ts'
import { markOf } from '../words.ts'
import { yamlOf } from './yaml.ts'

/** A scenario that was played. */
export interface Checked {
  readonly file: ScenarioFile
  /** What was taken out of expectations, as two plays differ in it: the step, from 1, and the place. */
  readonly loosened: readonly string[]
  /** Why it does not pass. */
  readonly failure?: string
}

export interface Stand {
  /** What the file is called in messages. */
  readonly name: string
  /** The world that it names, where it is no shipped one. */
  readonly world: object | undefined
  /** Where it is played, and how that is ended. */
  readonly stage: () => { readonly target: Target; readonly close: () => void }
}

/** Plays it, and takes out what comes otherwise in every play, as long as that is no more than a part of an answer. */
export async function checked(file: ScenarioFile, stand: Stand): Promise<Checked> {
  let now = file
  const loosened: string[] = []
  for (;;) {
    const { steps, broken } = await playText(now, stand)
    const at = steps.findIndex(({ outcome }) => outcome.status === 'FAIL')
    if (broken === undefined && at < 0) return { file: now, loosened }
    const { why = 'it fails', differences = [] } = steps[at]?.outcome ?? {}
    const place = `step ${at + 1}`
    const looser = broken === undefined ? loosen(now, at, differences) : undefined
    if (!looser) return { file: now, loosened, failure: broken ?? `${place}: ${why}${shown(differences)}` }
    now = looser
    loosened.push(...differences.map(({ where }) => `${place}: ${where}`))
  }
}

async function playText(file: ScenarioFile, { name, world, stage }: Stand): Promise<Played> {
  const text = yamlOf(file)
  const read = (path: string): string => (path === name ? text : JSON.stringify(world))
  const { target, close } = stage()
  try {
    return await play(readScenario(name, { read, resolve: (_, path) => path }), idOf(file.title), target)
  } finally {
    close()
  }
}

/** The scenario without the parts that differ; undefined where that is not enough. */
function loosen(file: ScenarioFile, at: number, differences: readonly Difference[]): ScenarioFile | undefined {
  const step = file.steps[at]
  if (!step || differences.length === 0) return undefined
  let looser = step
  for (const { where } of differences) {
    const next = withoutPart(looser, partsOf(where))
    if (!next) return undefined
    looser = next
  }
  if (JSON.stringify(looser) === JSON.stringify(step)) return undefined
  return { ...file, steps: file.steps.map((one, place) => (place === at ? looser : one)) }
}

/** Only parts of answers, results and webhooks can be left out: a status or an error is what a step is for. */
function withoutPart(step: Step, [first = '', ...path]: readonly string[]): Step | undefined {
  if (first === 'value') return withoutWebhookPart(step, path)
  const whole = step.happens === undefined ? [first, ...path] : ['result', first, ...path]
  if (whole[0] !== 'reply' && whole[0] !== 'result') return undefined
  return { ...step, expect: without(step.expect, whole) as NonNullable<Step['expect']> }
}

/** Which of its webhooks it was is not told: the part is taken out of each. */
function withoutWebhookPart(step: Step, path: readonly string[]): Step {
  const list: unknown[] = [step.webhook].flat()
  const looser = list.map((one) => without(one, ['value', ...path]))
  return { ...step, webhook: (Array.isArray(step.webhook) ? looser : looser[0]) as NonNullable<Step['webhook']> }
}

const partsOf = (where: string): string[] => where.split(/[.[\]]+/).filter(Boolean)

/** A value without one part; what is remembered there stays. */
function without(value: unknown, [key = '', ...path]: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((item, at) => (String(at) === key ? (without(item, path) ?? {}) : item))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).flatMap(([name, inner]) => {
    if (name !== key || markOf(inner) !== undefined) return [[name, inner] as const]
    return path.length === 0 || typeof inner !== 'object' ? [] : [[name, without(inner, path)] as const]
  })
  return Object.fromEntries(entries)
}

const MOST_SHOWN = 300

function shown(differences: readonly Difference[]): string {
  const text = differences
    .map(
      ({ where, expected, actual }) => `${where}: expected ${JSON.stringify(expected)}, came ${JSON.stringify(actual)}`,
    )
    .join('; ')
  return text ? ` (${text.slice(0, MOST_SHOWN)})` : ''
}
