import { writeFileSync } from 'node:fs'
import { globSync } from 'tinyglobby'
import { playAll } from '../../scenarios/play-all.ts'
import { jsonReport } from '../../scenarios/report/json.ts'
import { junitReport } from '../../scenarios/report/junit.ts'
import { coloured, plain, scenarioText, summaryText } from '../../scenarios/report/terminal.ts'
import { type Played, verdictOf } from '../../scenarios/result.ts'
import { BrokenScenario } from '../../scenarios/source.ts'
import { inProcess } from './in-process.ts'
import { type JournalsCommand, wantedJournals, writeJournals } from './journals.ts'
import { filesFrom } from './scenario-files.ts'

export interface PlayCommand extends JournalsCommand {
  readonly set: Readonly<Record<string, string>>
  readonly only?: string
  readonly bail?: true
  readonly jobs: number
  readonly verbose?: true
  readonly json?: true
  readonly junit?: string
}

/** Plays scenario files, and ends the process: 0 all passed, 1 one failed, 2 one could not be played. */
export async function playFiles(patterns: readonly string[], options: PlayCommand): Promise<void> {
  const journals = wantedJournals(options)
  const files = found(patterns)
  const paint = process.stdout.isTTY && !process.env.NO_COLOR ? coloured : plain
  const said = (played: Played): void => {
    if (!options.json) process.stdout.write(`${scenarioText(played, paint, options.verbose)}\n`)
  }
  try {
    const all = await playAll({
      ...options,
      journals,
      files,
      from: filesFrom,
      stage: inProcess,
      variables: options.set,
      told: progress,
    })
    all.forEach(said)
    if (options.junit) writeFileSync(options.junit, junitReport(all))
    writeJournals(all, options)
    process.stdout.write(options.json ? `${JSON.stringify(jsonReport(all))}\n` : `${summaryText(all, paint)}\n`)
    process.exitCode = exitCode(all)
  } catch (error) {
    if (!(error instanceof BrokenScenario)) throw error
    process.stderr.write(`mmgraph: ${error.message}\n`)
    process.exitCode = 2
  }
}

function exitCode(all: readonly Played[]): number {
  const verdicts = all.map(verdictOf)
  return verdicts.includes('broken') ? 2 : Number(verdicts.includes('FAIL'))
}

/** Files, what lies in folders, and what patterns find, in one order. */
function found(patterns: readonly string[]): string[] {
  const wanted = patterns.map((pattern) => pattern.replaceAll('\\', '/').replace(/\/$/, ''))
  const inFolders = wanted.filter((pattern) => !/\.\w+$/.test(pattern)).map((folder) => `${folder}/**/*.{yaml,yml}`)
  const files = globSync([...wanted, ...inFolders], { expandDirectories: false })
  if (files.length > 0) return files.sort()
  process.stderr.write(`mmgraph: no file is like ${patterns.join(' ')}\n`)
  return process.exit(2)
}

/** A line that tells how far it is, where somebody is looking. */
function progress(_: Played, done: number, of: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${of}${done === of ? '\r\u001b[K' : ''}`)
}
