import { inWords } from '../check/child.ts'
import type { SideResult } from '../check/ruling-runs.ts'
import type { Run } from '../check/run.ts'
import type { StopResult, Verdict } from '../check/tour.ts'

/** What must be said of how the command itself ended, in lines; none where it called and ended well. */
export function sayEnding(title: string, { ending, worlds }: Run): string[] {
  const isSilent = worlds.every(({ exchanges }) => exchanges.list().length === 0)
  const isWell = ending.kind === 'exit' && ending.code === 0
  return [...(isSilent ? NOTHING : []), ...(isWell ? [] : [`${title} failed: ${inWords(ending)}`])]
}

const NOTHING = [
  'Nothing was called. Clients in Node with graph.facebook.com written in are redirected; any other must be given MMGRAPH_URL,',
  'by the env of mmgraph.config.json where it has another name for it. Is there a test that calls, and not a mock instead?',
]

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
