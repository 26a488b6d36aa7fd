import type { Finding } from '../../contracts/finding.ts'
import type { Report } from '../../contracts/report/report.ts'
import { addressOf } from '../../contracts/sources.ts'

const WORDS = { error: 'breaks', warning: 'changes', note: 'note' } as const
const ORDER = ['error', 'warning', 'note'] as const

/** A report for a terminal: what breaks first, then what changes, what was looked at, and what was not. */
export function upgradeText({ title, findings, checked, unchecked }: Report): string {
  const sorted = ORDER.flatMap((severity) => findings.filter((finding) => finding.severity === severity))
  const things = checked.reduce((sum, { count }) => sum + count, 0)
  const counts = ORDER.map((severity) => [severity, sorted.filter((finding) => finding.severity === severity).length])
  const told = counts
    .filter(([, count]) => count !== 0)
    .map(([severity, count]) => `${count} ${WORDS[severity as 'error']}`)
  const summary = told.length > 0 ? told.join(', ') : 'nothing breaks'
  const lines = [
    title,
    ...sorted.flatMap(findingLines),
    ...(unchecked.length > 0 ? ['', 'not judged'] : []),
    ...unchecked.map(({ what, why }) => `  ${what}: ${why}`),
    '',
    `${summary}; ${things} things of ${checked.length} calls and webhooks were looked at`,
  ]
  return lines.join('\n')
}

function findingLines({ severity, where, problem, source }: Finding): string[] {
  return ['', `${WORDS[severity]}  ${where}`, `  ${problem}`, `  ${addressOf(source)}`]
}
