import type { PlacedStep } from './check-step.ts'
import { checkWords } from './check-words.ts'
import { match } from './match.ts'
import { playCall } from './play-call.ts'
import { hear, playWebhooks } from './play-webhooks.ts'
import type { Scenario } from './read.ts'
import { AFTER_FAILURE, type Outcome, type Played, type PlayedStep, played, verdictOf } from './result.ts'
import { BrokenScenario } from './source.ts'
import { CannotPlay, type Fetch, type Posted, Stage } from './stage.ts'
import { filled, UnknownWord } from './words.ts'

/** Where scenarios are played. */
export interface Target {
  readonly url: string
  readonly fetch: Fetch
  /** Where the emulator posts webhooks. */
  readonly callback: string
  /** Scenarios play in the same emulator, so that the ids of their worlds must differ. */
  readonly isShared?: true
  /** Who makes worlds there, as their ids tell it; absent where nobody else does. */
  readonly owner?: string
}

/** Whose journals are kept. */
export type Journals = 'failed' | 'all'

/** What a call needs of a scenario under way: the names and tokens that it may use, and whom it calls. */
export interface Calling {
  readonly stage: Pick<Stage, 'world' | 'graph'>
  readonly words: Map<string, unknown>
  /** What the emulator remarked on calls that it answered: that nobody hears of them, say. */
  readonly remarks: string[]
}

/** A scenario under way in a world of its own. */
export interface Playing extends Calling {
  readonly stage: Stage
  /** Webhooks that came and that no step has named. */
  readonly pending: Posted[]
  /** Webhooks that came, all of them. */
  readonly came: Posted[]
}

/**
 * Plays a scenario in a world of its own, which is dropped afterwards. The first step that fails ends it: those behind it
 * are skipped.
 * @param id the id of the world, which is the seed of its ids and tokens
 */
export async function play(
  scenario: Scenario,
  id: string,
  target: Target,
  journals: Journals = 'failed',
): Promise<Played> {
  try {
    const stage = await Stage.open(scenario, id, target.url, target.fetch, target.callback)
    const playing = playOn(stage, scenario).then((whole) => withJournal(whole, stage, journals))
    return await playing.finally(() => stage.close())
  } catch (error) {
    if (!(error instanceof CannotPlay) && !(error instanceof BrokenScenario)) throw error
    return { scenario, steps: [], broken: error.message }
  }
}

async function playOn(stage: Stage, scenario: Scenario): Promise<Played> {
  const words = new Map([...stage.words, ...Object.entries(scenario.variables)])
  const happenings = scenario.steps.some(({ happens }) => happens) ? await stage.happenings() : []
  checkWords(scenario, { world: stage.world, words: words.keys(), happenings })
  const playing: Playing = { stage, words, remarks: [], pending: [], came: [] }
  const steps: PlayedStep[] = []
  let at = await stage.clock()
  let isOver = false
  for (const step of scenario.steps) {
    const before = playing.came.length
    const outcome: Outcome = isOver ? AFTER_FAILURE : await playStep(step, playing)
    isOver ||= outcome.status === 'FAIL'
    await hear(playing)
    const until = await stage.clock()
    steps.push(played(step, outcome, { at, until }, playing.came.slice(before)))
    at = until
  }
  return { scenario, steps }
}

async function withJournal(whole: Played, stage: Stage, journals: Journals): Promise<Played> {
  const isWanted = journals === 'all' || verdictOf(whole) === 'FAIL'
  return isWanted ? { ...whole, journal: await stage.journal() } : whole
}

const PLAYERS: readonly ((step: PlacedStep, playing: Playing) => Promise<Outcome>)[] = [
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
    for (const verb of PLAYERS) {
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
