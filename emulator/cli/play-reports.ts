import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { htmlReport } from '../../scenarios/report/html.ts'
import { jsonReport } from '../../scenarios/report/json.ts'
import { junitReport } from '../../scenarios/report/junit.ts'
import { type Paint, scenarioText, summaryText } from '../../scenarios/report/terminal.ts'
import type { Played } from '../../scenarios/result.ts'
import { CannotPlay } from '../../scenarios/stage.ts'

export interface ReportCommand {
  readonly verbose?: true
  readonly json?: true
  readonly junit?: string
  readonly html?: string
}

/** What is said of scenarios on stdout. */
export function sayPlayed(all: readonly Played[], { json, verbose }: ReportCommand, paint: Paint): void {
  if (json) {
    process.stdout.write(`${JSON.stringify(jsonReport(all))}\n`)
    return
  }
  for (const played of all) process.stdout.write(`${scenarioText(played, paint, verbose)}\n`)
  process.stdout.write(`${summaryText(all, paint)}\n`)
}

/** The reports that were asked for as files. @throws CannotPlay where one cannot be written */
export function writeReports(all: readonly Played[], { junit, html }: ReportCommand): void {
  if (junit) write('--junit', junit, junitReport(all))
  if (html) write('--html', html, htmlReport(all))
}

function write(flag: string, path: string, text: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  } catch (error) {
    throw new CannotPlay(`${flag}: ${path} cannot be written: ${(error as Error).message}`)
  }
}
