import type { Finding } from '../../contracts/finding.ts'
import type { Report } from '../../contracts/report/report.ts'

const TITLES: Readonly<Record<string, string>> = {
  'only-there': 'They have it, and the contracts do not',
  'only-here': 'The contracts have it, and they do not',
  'is-otherwise': 'Both have it, in another way',
  added: 'Added',
  removed: 'Removed',
  changed: 'Changed',
}

/** What drifted, group by group. @param all tell the known differences one by one, too */
export function driftText({ title, findings, suppressed, checked, unchecked }: Report, all: boolean): string {
  const groups = [...new Set(findings.map(({ rule }) => rule))].flatMap((rule) => [
    `${TITLES[rule] ?? rule}:`,
    ...findings.filter((one) => one.rule === rule).map(line),
  ])
  const reasons = [...new Set(suppressed.map(({ reason }) => reason))].flatMap((reason) => {
    const known = suppressed.filter((one) => one.reason === reason)
    return [`  ${known.length}: ${reason}`, ...(all ? known.map(({ finding }) => `  ${line(finding)}`) : [])]
  })
  return [
    ...groups,
    ...(suppressed.length > 0 ? [`Known: ${suppressed.length}`, ...reasons] : []),
    ...unchecked.map(({ what, why }) => `Not compared: ${what}; ${why}`),
    `${title}: ${checked.length} operations, ${findings.length} differences${suppressed.length > 0 ? `, ${suppressed.length} known` : ''}`,
  ].join('\n')
}

const line = ({ where, problem, contract }: Finding): string =>
  `  ${where}: ${problem}${contract === 'none' ? '' : ` (${contract})`}`
