import type { Command } from 'commander'
import { htmlReport } from '../../contracts/report/html.ts'
import { jsonReport } from '../../contracts/report/json.ts'
import { junitReport } from '../../contracts/report/junit.ts'
import { coloured, plain } from '../../contracts/report/paint.ts'
import type { Report, ReportOptions } from '../../contracts/report/report.ts'
import { sarifReport } from '../../contracts/report/sarif.ts'
import { terminalReport } from '../../contracts/report/terminal.ts'
import { version } from '../version.ts'
import { notEmpty } from './options.ts'
import { placesFrom } from './sarif-places.ts'
import { writeText } from './write-text.ts'

/** How a command of the contract kit is asked to tell what it found. */
export interface KitReportOptions {
  readonly verbose?: true
  readonly json?: true
  readonly junit?: string
  readonly sarif?: string
  readonly html?: string
}

/** Gives a command the options that say how it reports. */
export function withReports(command: Command): Command {
  return command
    .option('--verbose', 'tell every finding, what rules are for, and each thing that was checked')
    .option('--json', 'print one line of JSON and nothing else')
    .option('--junit <file>', 'write a report for CI servers', notEmpty)
    .option('--sarif <file>', 'write a report for code hosts and editors', notEmpty)
    .option('--html <file>', 'write a report as one page that needs nothing else', notEmpty)
}

export interface TellOptions extends ReportOptions {
  /** What the terminal shows in place of the usual text. */
  readonly text?: string
  /** The file that was read, to which code hosts put what no line of code is known of. The nearest package.json where absent. */
  readonly file?: string
}

/**
 * Prints a report, and writes it to the files that were asked for.
 * @throws CannotPlay where one cannot be written
 */
export function tellReport(report: Report, wanted: KitReportOptions, options: TellOptions = {}): void {
  const { json, verbose = false, junit, sarif, html } = wanted
  if (junit) writeText('--junit', junit, junitReport(report, options))
  if (sarif) writeText('--sarif', sarif, sarifText(report, options))
  if (html) writeText('--html', html, htmlReport(report, options))
  const paint = process.stdout.isTTY && !process.env.NO_COLOR ? coloured : plain
  const text = json
    ? JSON.stringify(jsonReport(report, options))
    : (options.text ?? terminalReport(report, { ...options, paint, verbose }))
  process.stdout.write(`${text}\n`)
}

function sarifText(report: Report, { file, ...options }: TellOptions): string {
  const places = placesFrom(process.cwd(), file)
  return `${JSON.stringify(sarifReport(report, { ...options, ...places, version }), null, 2)}\n`
}
