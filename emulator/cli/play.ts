import { type PlayOptions, playAll } from '../../scenarios/play-all.ts'
import { type Played, verdictOf } from '../../scenarios/result.ts'
import { CannotPlay } from '../../scenarios/stage.ts'
import { paint } from './colours.ts'
import { complain } from './complaint.ts'
import { Interrupted } from './interrupt.ts'
import { wantedJournals } from './journals.ts'
import { type ReportCommand, sayPlayed, writeReports } from './play-reports.ts'
import { sayAside, say as sayLines } from './say.ts'
import { filesLike, findFiles, filesFrom as from } from './scenario-files.ts'
import { openTarget, type TargetCommand, type Theatre } from './target.ts'
import { watchFiles } from './watch.ts'

export interface PlayCommand extends ReportCommand, TargetCommand {
  readonly set: Readonly<Record<string, string>>
  readonly only?: string
  readonly bail?: true
  readonly jobs: number
  readonly watch?: true
}

/** Plays scenario files, and ends the process: 0 all passed, 1 one failed, 2 one could not be played, 130 and 143 a signal came. */
export async function playFiles(patterns: readonly string[], options: PlayCommand): Promise<void> {
  try {
    const theatre = await openTarget(options)
    const whole = options.watch ? watched(patterns, options, theatre) : once(patterns, options, theatre)
    const code = await whole.finally(theatre.close)
    process.exitCode = theatre.ended?.aborted ? (theatre.ended.reason as Interrupted).code : code
  } catch (error) {
    complain(reasonOf(error))
    process.exitCode = error instanceof Interrupted ? error.code : 2
  }
}

async function once(patterns: readonly string[], options: PlayCommand, theatre: Theatre): Promise<number> {
  const { all, left } = await playSome(findFiles(patterns), options, theatre)
  if (all.length === 0) throw new CannotPlay(`--only: no scenario has '${options.only}' in its title or file`)
  sayPlayed(all, options, paint(), left)
  writeReports(all, options)
  if (!hasPlayed(all) && all.some((one) => verdictOf(one) === 'skip')) {
    complain(`0 of ${all.length} ${all.length === 1 ? 'scenario' : 'scenarios'} could be played`)
  }
  return exitCode(all)
}

/** The reports tell of all scenarios, also of those that were not played this time. */
async function watched(patterns: readonly string[], options: PlayCommand, theatre: Theatre): Promise<number> {
  const latest = new Map<string, Played>()
  // With --json stdout has a line of JSON for each turn.
  const say = (line: string): void => (options.json ? sayAside : sayLines)([line])
  const play = async (files: readonly string[], gone: readonly string[]): Promise<void> => {
    for (const file of gone) latest.delete(file)
    const { all } = await playSome(files, options, theatre)
    for (const played of all) latest.set(played.scenario.file, played)
    if (all.length > 0) sayPlayed(all, options, paint())
    writeReports([...latest.values()], options)
  }
  findFiles(patterns)
  await watchFiles({ find: () => filesLike(patterns), play, say })
  return 0
}

/** @returns `left`: how many were not begun, as one before them failed */
async function playSome(
  files: readonly string[],
  options: PlayCommand,
  { stage }: Theatre,
): Promise<{ all: Played[]; left: number }> {
  const journals = wantedJournals(options)
  let chosen = 0
  const told: PlayOptions['told'] = (_, done, of) => {
    chosen = of
    progress(done, of)
  }
  const all = await playAll({ ...options, journals, files, from, stage, variables: options.set, told })
  return { all, left: Math.max(chosen - all.length, 0) }
}

/** What is said of it. @throws what is a bug of ours */
function reasonOf(error: unknown): string {
  if (error instanceof CannotPlay) return error.message
  throw error
}

function exitCode(all: readonly Played[]): number {
  const verdicts = all.map(verdictOf)
  return verdicts.includes('broken') || !hasPlayed(all) ? 2 : Number(verdicts.includes('FAIL'))
}

/** Whether a step of any was played. */
const hasPlayed = (all: readonly Played[]): boolean =>
  all.some(({ steps }) => steps.some(({ outcome }) => outcome.status !== 'skip'))

/** A line that tells how far it is, where somebody is looking. */
function progress(done: number, of: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${of}${done === of ? '\r\u001b[K' : ''}`)
}
