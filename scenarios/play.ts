import { match } from './match.ts'
import { playCall } from './play-call.ts'
import { playWebhooks } from './play-webhooks.ts'
import type { PlacedStep, Scenario } from './read.ts'
import { type Outcome, type Played, type PlayedStep, sentenceOf, verdictOf } from './result.ts'
import { CannotPlay, type Fetch, type Posted, Stage } from './stage.ts'
import { filled, UnknownWord } from './words.ts'

/** Where scenarios are played. */
export interface Target {
  readonly url: string
  readonly fetch: Fetch
  /** Where the emulator posts webhooks. */
  readonly callback: string
}

/** Whose journals are kept. */
export type Journals = 'failed' | 'all'

/** A scenario under way. */
export interface Playing {
  readonly stage: Stage
  readonly words: Map<string, unknown>
  /** Webhooks that came and that no step has named. */
  readonly pending: Posted[]
}

/**
 * Plays a scenario in a world of its own. The first step that fails ends it: those behind it are skipped.
 * @param id the id of the world, which is the seed of its ids and tokens
 */
export async function play(
  scenario: Scenario,
  id: string,
  target: Target,
  journals: Journals = 'failed',
): Promise<Played> {
  let stage: Stage
  try {
    stage = await Stage.open(scenario, id, target.url, target.fetch, target.callback)
  } catch (error) {
    if (error instanceof CannotPlay) return { scenario, steps: [], broken: error.message }
    throw error
  }
  const words = new Map([...stage.words, ...Object.entries(scenario.variables)])
  const playing: Playing = { stage, words, pending: [] }
  const steps: PlayedStep[] = []
  for (const step of scenario.steps) {
    const isOver = steps.some(({ outcome }) => outcome.status !== 'ok')
    const at = await stage.clock()
    const outcome: Outcome = isOver ? { status: 'skip', why: 'a step before it failed' } : await playStep(step, playing)
    steps.push({ say: sentenceOf(step), at, outcome })
  }
  const played = await withJournal({ scenario, steps }, stage, journals)
  await stage.close()
  return played
}

async function withJournal(played: Played, stage: Stage, journals: Journals): Promise<Played> {
  const isWanted = journals === 'all' || verdictOf(played) === 'FAIL'
  return isWanted ? { ...played, journal: await stage.journal() } : played
}

const VERBS: readonly ((step: PlacedStep, playing: Playing) => Promise<Outcome>)[] = [
  playFault,
  playCall,
  playHappening,
  playWait,
  playWebhooks,
]

/** The verbs of a step, one after the other, until one fails. */
async function playStep(step: PlacedStep, playing: Playing): Promise<Outcome> {
  let last: Outcome = { status: 'ok' }
  try {
    for (const verb of VERBS) {
      const outcome = await verb(step, playing)
      if (outcome.status !== 'ok') return outcome
      last = { ...last, ...outcome }
    }
  } catch (error) {
    if (!(error instanceof UnknownWord)) throw error
    return { status: 'FAIL', why: `${error.message}; there are ${[...playing.words.keys()].join(', ')}` }
  }
  return last
}

async function playFault({ fault }: PlacedStep, { stage, words }: Playing): Promise<Outcome> {
  if (!fault) return { status: 'ok' }
  const { ok, body } = await stage.control('POST', 'faults', filled(fault, words) as object)
  return ok ? { status: 'ok' } : { status: 'FAIL', why: messageOf(body) }
}

async function playHappening(step: PlacedStep, { stage, words }: Playing): Promise<Outcome> {
  const { happens: name, with: params = {}, expect = {} } = step
  if (name === undefined) return { status: 'ok' }
  const { ok, body } = await stage.control('POST', 'happenings', { name, with: filled(params, words) })
  if (expect.refused !== undefined) return refusalOf(ok, body, String(filled(expect.refused, words)))
  if (!ok) return { status: 'FAIL', why: messageOf(body) }
  const { differences, remembered } = match(
    filled(expect.result ?? {}, words),
    (body as { result: unknown }).result ?? {},
  )
  for (const [word, value] of Object.entries(remembered)) words.set(word, value)
  return differences.length === 0
    ? { status: 'ok' }
    : { status: 'FAIL', why: 'the happening answered otherwise', differences }
}

function refusalOf(ok: boolean, body: unknown, wanted: string): Outcome {
  const actual = ok ? undefined : messageOf(body)
  if (actual?.includes(wanted)) return { status: 'ok' }
  return {
    status: 'FAIL',
    why: 'the happening was to be refused',
    differences: [{ where: 'refused', expected: wanted, actual }],
  }
}

async function playWait({ wait }: PlacedStep, { stage }: Playing): Promise<Outcome> {
  if (wait === undefined) return { status: 'ok' }
  const { ok, body } = await stage.control('POST', 'clock', { advance: wait })
  return ok ? { status: 'ok' } : { status: 'FAIL', why: messageOf(body) }
}

function messageOf(body: unknown): string {
  return (body as { error?: { message?: string } } | null)?.error?.message ?? JSON.stringify(body)
}
