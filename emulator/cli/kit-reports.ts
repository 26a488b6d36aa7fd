import { htmlReport } from '../../contracts/report/html.ts'
import { jsonReport } from '../../contracts/report/json.ts'
import { junitReport } from '../../contracts/report/junit.ts'
import type { Report, ReportOptions } from '../../contracts/report/report.ts'
import { sarifReport } from '../../contracts/report/sarif.ts'
import { terminalReport } from '../../contracts/report/terminal.ts'
import { version } from '../version.ts'
import { paint } from './colours.ts'
import type { KitReportOptions } from './report-options.ts'
import { placesFrom } from './sarif-places.ts'
import { writeText } from './write-text.ts'

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
  const text = json
    ? JSON.stringify(jsonReport(report, options))
    : (options.text ?? terminalReport(report, { ...options, paint: paint(), verbose }))
  process.stdout.write(`${text}\n`)
}

function sarifText(report: Report, { file, ...options }: TellOptions): string {
  const places = placesFrom(process.cwd(), file)
  return `${JSON.stringify(sarifReport(report, { ...options, ...places, version }), null, 2)}\n`
}
