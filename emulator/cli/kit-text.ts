import type { Finding } from '../../contracts/finding.ts'
import type { Report } from '../../contracts/report/report.ts'

/** A report as people read it on a screen. */
export function reportText(report: Report): string {
  const { title, findings, suppressed, checked, unchecked } = report
  return [
    ...findings.map(findingText),
    ...(suppressed.length > 0 ? [`known: ${suppressed.length}`] : []),
    ...suppressed.map(({ finding, reason }) => `  ${finding.where}: ${finding.problem}\n    ${reason}`),
    ...(unchecked.length > 0 ? [`not checked: ${unchecked.length}`] : []),
    ...unchecked.map(({ what, why }) => `  ${what}: ${why}`),
    `${title}: ${checked.length} things checked, ${unchecked.length} not; ${countsText(findings)}`,
  ].join('\n')
}

function findingText({ severity, rule, where, problem, contract, source }: Finding): string {
  return `${severity}  ${where}\n  ${problem}\n  ${contract}, rule ${rule} (${source})`
}

function countsText(findings: readonly Finding[]): string {
  const counts = (['error', 'warning', 'note'] as const).map((severity) => {
    const count = findings.filter((one) => one.severity === severity).length
    return `${count} ${severity}${count === 1 ? '' : 's'}`
  })
  return counts.join(', ')
}
