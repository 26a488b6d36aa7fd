import { coloured, plain } from '../../contracts/report/paint.ts'
import { playAll } from '../../scenarios/play-all.ts'
import { type Played, verdictOf } from '../../scenarios/result.ts'
import { BrokenScenario } from '../../scenarios/source.ts'
import { CannotPlay } from '../../scenarios/stage.ts'
import { wantedJournals } from './journals.ts'
import { type ReportCommand, sayPlayed, writeReports } from './play-reports.ts'
import { filesLike, findFiles, filesFrom as from, partsOf } from './scenario-files.ts'
import { openTarget, type TargetCommand, type Theatre } from './target.ts'
import { watchFiles } from './watch.ts'

export interface PlayCommand extends ReportCommand, TargetCommand {
  readonly set: Readonly<Record<string, string>>
  readonly only?: string
  readonly bail?: true
  readonly jobs: number
  readonly watch?: true
}

/** Plays scenario files, and ends the process: 0 all passed, 1 one failed, 2 one could not be played. */
export async function playFiles(patterns: readonly string[], options: PlayCommand): Promise<void> {
  try {
    const theatre = await openTarget(options)
    const whole = options.watch ? watched(patterns, options, theatre) : once(patterns, options, theatre)
    process.exitCode = await whole.finally(theatre.close)
  } catch (error) {
    process.stderr.write(`mmgraph: ${reasonOf(error)}\n`)
    process.exitCode = 2
  }
}

async function once(patterns: readonly string[], options: PlayCommand, theatre: Theatre): Promise<number> {
  const all = await playSome(findFiles(patterns), options, theatre)
  writeReports(all, options)
  return exitCode(all)
}

/** The reports tell of all scenarios, also of those that were not played this time. */
async function watched(patterns: readonly string[], options: PlayCommand, theatre: Theatre): Promise<number> {
  const latest = new Map<string, Played>()
  const say = (line: string): void => void process.stdout.write(`${line}\n`)
  const play = async (files: readonly string[]): Promise<void> => {
    const wrong = files.flatMap((file) => partsOf(file).broken ?? [])
    for (const reason of wrong) say(`mmgraph: ${reason}`)
    const whole = files.filter((file) => partsOf(file).broken === undefined)
    for (const played of await playSome(whole, options, theatre)) latest.set(played.scenario.file, played)
    writeReports([...latest.values()], options)
  }
  findFiles(patterns)
  await watchFiles({ find: () => filesLike(patterns), play, say })
  return 0
}

async function playSome(files: readonly string[], options: PlayCommand, { stage }: Theatre): Promise<Played[]> {
  const journals = wantedJournals(options)
  const all = await playAll({ ...options, journals, files, from, stage, variables: options.set, told: progress })
  if (all.length === 0 && !options.watch) {
    throw new CannotPlay(`--only: no scenario has '${options.only}' in its title or file`)
  }
  sayPlayed(all, options, process.stdout.isTTY && !process.env.NO_COLOR ? coloured : plain)
  return all
}

/** What is said of it. @throws what is a bug of ours */
function reasonOf(error: unknown): string {
  if (error instanceof BrokenScenario || error instanceof CannotPlay) return error.message
  throw error
}

function exitCode(all: readonly Played[]): number {
  const verdicts = all.map(verdictOf)
  return verdicts.includes('broken') ? 2 : Number(verdicts.includes('FAIL'))
}

/** A line that tells how far it is, where somebody is looking. */
function progress(_: Played, done: number, of: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${of}${done === of ? '\r\u001b[K' : ''}`)
}
