import type { Paint } from '../../contracts/report/paint.ts'
import { htmlReport } from '../../scenarios/report/html.ts'
import { jsonReport } from '../../scenarios/report/json.ts'
import { junitReport } from '../../scenarios/report/junit.ts'
import { scenarioText, summaryText } from '../../scenarios/report/terminal.ts'
import type { Played } from '../../scenarios/result.ts'
import { type JournalsCommand, writeJournals } from './journals.ts'
import { writeText } from './write-text.ts'

export interface ReportCommand extends JournalsCommand {
  readonly verbose?: true
  readonly json?: true
  readonly junit?: string
  readonly html?: string
}

/** What is said of scenarios on stdout. */
export function sayPlayed(all: readonly Played[], { json, verbose }: ReportCommand, paint: Paint, left = 0): void {
  if (json) {
    process.stdout.write(`${JSON.stringify(jsonReport(all, left))}\n`)
    return
  }
  for (const played of all) process.stdout.write(`${scenarioText(played, paint, verbose)}\n`)
  process.stdout.write(`${summaryText(all, paint, left)}\n`)
}

/** The reports that were asked for as files. @throws CannotPlay where one cannot be written */
export function writeReports(all: readonly Played[], options: ReportCommand): void {
  const { junit, html } = options
  if (junit) writeText('--junit', junit, junitReport(all))
  if (html) writeText('--html', html, htmlReport(all))
  writeJournals(all, options)
}
