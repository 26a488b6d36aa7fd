import type { Finding, Place, Severity } from '../finding.ts'
import { citedText } from './cited.ts'
import { countsOf, type Group, groupsOf, linesOf, severities } from './groups.ts'
import { hideSecrets } from './hide-secrets.ts'
import { counted } from './html-text.ts'
import type { Paint } from './paint.ts'
import type { Checked, Report, ReportOptions, Suppressed } from './report.ts'

export interface TerminalOptions extends ReportOptions {
  readonly paint: Paint
  /** Every finding, what rules are for, and each thing that was checked. */
  readonly verbose?: boolean
}

/** A report for people who look at a terminal. What was not checked is told whole, always. */
export function terminalReport(report: Report, options: TerminalOptions): string {
  const { paint, secrets } = options
  const clean = hideSecrets(report, secrets)
  return [
    clean.title,
    ...groupsOf(clean.findings, options.rules).flatMap((group) => ['', ...groupLines(group, options)]),
    ...(clean.suppressed.length > 0 ? section('suppressed', clean.suppressed.map(suppressedLine), paint) : []),
    ...section('checked', checkedLines(clean.checked, options), paint),
    ...section(
      'not checked',
      clean.unchecked.map(({ what, why }) => `${what}: ${why}`),
      paint,
    ),
    '',
    summaryOf(clean, paint),
  ].join('\n')
}

const MARKS = { error: 'bad', warning: 'warn', note: 'dim' } as const

/** Of more findings of one rule the first are told, unless all are wanted. */
const MOST = 5

function groupLines({ severity, rule, text, findings }: Group, { paint, verbose }: TerminalOptions): string[] {
  const shown = verbose ? findings : findings.slice(0, MOST)
  const left = findings.length - shown.length
  const citations = [...new Set(shown.map(({ source }) => source))]
  return [
    `${paint[MARKS[severity]](severity)}  ${rule}${text ? `  ${text.title}` : ''}`,
    ...shown.flatMap((finding) => findingLines(finding, paint)),
    ...(left > 0 ? [paint.dim(`    … and ${left} more; --verbose tells all`)] : []),
    ...(verbose && text ? linesOf(text).map((line) => `    ${line}`) : []),
    ...citations.map((citation) => paint.dim(`    ${citedText(citation)}`)),
  ]
}

function findingLines({ where, problem, side, contract, ...shown }: Finding, paint: Paint): string[] {
  const told = [side, contract, ...seenIn(shown)].join(', ')
  return [`    ${where || 'the whole'}: ${problem}`, paint.dim(`        ${told}`)]
}

/** What shows a finding: `exchanges 3, 4`, `src/send.js:12:3`. */
export function seenIn({ exchanges = [], place }: Pick<Finding, 'exchanges' | 'place'>): string[] {
  return [...(exchanges.length > 0 ? [exchangesText(exchanges)] : []), ...(place ? [placeText(place)] : [])]
}

/** As editors and terminals take it to be a link. */
export function placeText({ file, line, column }: Place): string {
  return `${file}:${line}:${column}`
}

const MOST_EXCHANGES = 8

/** `exchange 3`, `exchanges 3, 4, 9 and 12 more` */
export function exchangesText(numbers: readonly number[]): string {
  const left = numbers.length - MOST_EXCHANGES
  const told = numbers.slice(0, MOST_EXCHANGES).join(', ')
  return `${numbers.length === 1 ? 'exchange' : 'exchanges'} ${told}${left > 0 ? ` and ${left} more` : ''}`
}

function suppressedLine({ finding, reason }: Suppressed): string {
  return `${finding.rule}, ${finding.where || 'the whole'}: ${reason}`
}

function checkedLines(checked: readonly Checked[], { verbose }: TerminalOptions): string[] {
  if (verbose) return checked.map(({ what, count }) => `${what}: ${counted(count, 'time')}`)
  const times = checked.reduce((sum, { count }) => sum + count, 0)
  return checked.length > 0 ? [`${counted(checked.length, 'thing')}, ${counted(times, 'time')} in all`] : []
}

function section(name: string, lines: readonly string[], paint: Paint): string[] {
  return ['', paint.dim(name), ...(lines.length > 0 ? lines : ['nothing']).map((line) => `    ${line}`)]
}

/** `3 findings: 1 error, 2 warnings; 1 suppressed`. Nothing found is no good news where nothing was looked at. */
function summaryOf(report: Report, paint: Paint): string {
  const counts = countsOf(report)
  const part = (severity: Severity): string => paint[MARKS[severity]](counted(counts[severity], severity))
  const parts = severities.filter((severity) => counts[severity] > 0).map(part)
  const hidden = report.suppressed.length > 0 ? `; ${report.suppressed.length} suppressed` : ''
  const found = report.findings.length
  if (found > 0) return `${counted(found, 'finding')}: ${parts.join(', ')}${hidden}`
  return `${report.checked.length > 0 ? paint.good('no findings') : paint.warn('nothing was checked')}${hidden}`
}
