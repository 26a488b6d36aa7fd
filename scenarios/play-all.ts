import { type Journals, play, type Target } from './play.ts'
import { playReal } from './play-real.ts'
import { type Files, readScenario, type Scenario } from './read.ts'
import type { RealGraph } from './real-graph.ts'
import { type Played, verdictOf } from './result.ts'

export interface PlayOptions {
  readonly files: readonly string[]
  readonly from: Files
  /** Where each scenario is played, and how that is ended. */
  readonly stage: () => { readonly target: Target | RealGraph; readonly close: () => void }
  readonly variables: Readonly<Record<string, string>>
  /** Only scenarios whose title or file has this. */
  readonly only?: string | undefined
  /** The first that fails ends it all. */
  readonly bail?: boolean | undefined
  readonly jobs: number
  /** Of those that failed where absent. */
  readonly journals?: Journals | undefined
  /** One more is played. */
  readonly told: (played: Played, done: number, of: number) => void
}

/**
 * Plays scenarios, several at a time, each in a world of its own.
 * @returns in the order of the files, however long each took
 * @throws BrokenScenario before anything is played, when one of them cannot be read
 */
export async function playAll(options: PlayOptions): Promise<Played[]> {
  const { only, variables } = options
  const all = options.files.map((file) => readScenario(file, options.from))
  const chosen = all.filter(({ title, file }) => only === undefined || `${title}\n${file}`.includes(only))
  const waiting = chosen.map((scenario) => ({ ...scenario, variables: { ...scenario.variables, ...variables } }))
  const played = new Map<Scenario, Played>()
  const next = waiting.values()
  const worker = async (): Promise<void> => {
    for (const scenario of next) {
      if (options.bail && [...played.values()].some((one) => isBad(one))) return
      const one = await playOne(scenario, options)
      played.set(scenario, one)
      options.told(one, played.size, waiting.length)
    }
  }
  await Promise.all(Array.from({ length: options.jobs }, worker))
  return waiting.flatMap((scenario) => played.get(scenario) ?? [])
}

const isBad = (played: Played): boolean => ['FAIL', 'broken'].includes(verdictOf(played))

async function playOne(scenario: Scenario, { stage, journals }: PlayOptions): Promise<Played> {
  const { target, close } = stage()
  try {
    if ('tokens' in target) return await playReal(scenario, target)
    return await play(scenario, idOf(scenario.title), target, journals)
  } finally {
    close()
  }
}

/** The id of the world of a scenario: its title in small letters. It is the seed, so the same title gives the same world. */
export function idOf(title: string): string {
  const slug = title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
  return slug.slice(0, 80) || 'scenario'
}
