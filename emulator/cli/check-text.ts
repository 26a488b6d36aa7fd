import type { Finding } from '../../contracts/finding.ts'
import type { Report } from '../../contracts/report/report.ts'
import { addressOf } from '../../contracts/sources.ts'
import { inWords } from '../check/child.ts'
import type { SideResult } from '../check/ruling-runs.ts'
import type { Run } from '../check/run.ts'
import type { StopResult, Verdict } from '../check/tour.ts'

/** What a check came to, in lines. */
export function sayReport(report: Report, { ending, worlds }: Run): string[] {
  const calls = worlds.reduce((sum, { exchanges }) => sum + exchanges.list().length, 0)
  const isWell = ending.kind === 'exit' && ending.code === 0
  return [
    '',
    ...report.findings.flatMap(findingLines),
    ...report.suppressed.map(({ finding, reason }) => `suppressed  ${finding.rule}  ${finding.where}: ${reason}`),
    ...report.unchecked.map(({ what, why }) => `unchecked  ${what}: ${why}`),
    ...(calls === 0 ? NOTHING : []),
    ...(isWell ? [] : [`${report.title} failed: ${inWords(ending)}`]),
    `${counted(calls, 'call')} of ${counted(report.checked.length, 'kind')}: ${summary(report.findings)}`,
  ]
}

const NOTHING = [
  'Nothing was called. Clients in Node with graph.facebook.com written in are redirected; any other must be given MMGRAPH_URL,',
  'by the env of mmgraph.config.json where it has another name for it. Is there a test that calls, and not a mock instead?',
]

function findingLines({ severity, rule, where, problem, source, exchanges = [] }: Finding): string[] {
  const shown = exchanges.length > 0 ? `  (exchanges ${exchanges.join(', ')})` : ''
  return [`${severity}  ${rule}  ${where}${shown}`, `    ${problem}`, `    ${addressOf(source)}`]
}

function summary(findings: readonly Finding[]): string {
  if (findings.length === 0) return 'nothing found'
  const of = (severity: Finding['severity']): number => findings.filter((one) => one.severity === severity).length
  return `${counted(of('error'), 'error')}, ${counted(of('warning'), 'warning')}, ${counted(of('note'), 'note')}`
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

/** A row for each side of each ruling. */
export function sayRulings(results: readonly SideResult[]): string[] {
  const rows = results.map(({ ruling, side, verdict, ended, new: found }) => [
    ruling,
    side,
    verdict === 'findings' ? `${counted(found.length, 'new finding')}` : verdict,
    verdict === 'failed' ? ended : '',
  ])
  const failed = results.filter(({ verdict }) => verdict === 'failed')
  return [
    '',
    ...table(['ruling', 'side', 'came to', ''], rows),
    ...failed.flatMap((result) => tailLines(result.side, result)),
  ]
}

/** A row for each error of each operation. */
export function sayTour(results: readonly StopResult[]): string[] {
  const rows = results.map(({ operation, error, verdict, says }) => [
    operation,
    error,
    verdict,
    DULL.has(verdict) ? '' : says,
  ])
  const wrong = results.filter(({ verdict }) => !DULL.has(verdict) && verdict !== 'noticed')
  // One of each kind tells what the others would.
  const kinds = new Map(wrong.toReversed().map((one) => [`${one.operation} ${one.verdict}`, one]))
  return [
    '',
    ...table(['operation', 'error', 'came to', ''], rows),
    ...[...kinds.values()].flatMap((one) => tailLines(one.error, one)),
  ]
}

const DULL: ReadonlySet<Verdict> = new Set<Verdict>(['handled', 'not met'])

function tailLines(of: string, { tail }: { readonly tail: string }): string[] {
  return tail ? ['', `What it said last under ${of}:`, ...tail.split('\n').map((line) => `    ${line}`)] : []
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const all = [head, ...rows]
  const widths = head.map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length)))
  return all.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}
