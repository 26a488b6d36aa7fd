import { checkSet } from './check-set.ts'
import { type Journals, play, type Target } from './play.ts'
import { playReal } from './play-real.ts'
import type { Files, Scenario } from './read.ts'
import { isUnread, playedUnread, tryScenario, type Unread } from './read-all.ts'
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
  /** Only some of the files are played again: what is set may be for the others. */
  readonly watch?: boolean | undefined
  /** Of those that failed where absent. */
  readonly journals?: Journals | undefined
  /** One more is played. */
  readonly told: (played: Played, done: number, of: number) => void
}

/**
 * Plays scenarios, several at a time, each in a world of its own. A file that cannot be read is one that is broken.
 * @returns in the order of the files, however long each took
 * @throws CannotPlay before anything is played, when what is set is for none of them
 */
export async function playAll(options: PlayOptions): Promise<Played[]> {
  const { only, watch } = options
  const all = options.files.map((file) => tryScenario(file, options.from))
  const chosen = only === undefined ? all : all.filter((one) => isLike(one, only.toLowerCase()))
  const whole = chosen.filter((one): one is Scenario => !isUnread(one))
  if (!watch && whole.length === chosen.length) checkSet(options.variables, whole)
  const ids = idsOf(chosen.map(({ file, title }) => title ?? file))
  const played = new Map<number, Played>()
  const next = chosen.entries()
  const worker = async (): Promise<void> => {
    for (const [at, one] of next) {
      if (options.bail && [...played.values()].some((other) => isBad(other))) return
      const result = isUnread(one) ? playedUnread(one) : await playOne(one, ids[at] ?? '', options)
      played.set(at, result)
      options.told(result, played.size, chosen.length)
    }
  }
  await Promise.all(Array.from({ length: options.jobs }, worker))
  return chosen.flatMap((_, at) => played.get(at) ?? [])
}

/** Whether its title or file has a text, in small letters; of one that cannot be read nobody knows the title. */
function isLike({ title, file }: Scenario | Unread, only: string): boolean {
  return title === undefined || `${title}\n${file}`.toLowerCase().includes(only)
}

const isBad = (played: Played): boolean => ['FAIL', 'broken'].includes(verdictOf(played))

async function playOne(scenario: Scenario, id: string, { stage, journals, variables }: PlayOptions): Promise<Played> {
  const { target, close } = stage()
  const whole = { ...scenario, variables: { ...scenario.variables, ...variables } }
  try {
    if ('tokens' in target) return await playReal(whole, target)
    return await play(whole, target.isShared ? id : idOf(scenario.title), target, journals)
  } finally {
    close()
  }
}

/** The ids of scenarios; those of the same title are told apart by a number, in their order. */
export function idsOf(titles: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return titles.map((title) => {
    const id = idOf(title)
    const count = (seen.get(id) ?? 0) + 1
    seen.set(id, count)
    return count === 1 ? id : `${id}-${count}`
  })
}

/** The id of the world of a scenario: its title in small letters. It is the seed, so the same title gives the same world. */
export function idOf(title: string): string {
  const slug = title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
  return slug.slice(0, 80) || 'scenario'
}
