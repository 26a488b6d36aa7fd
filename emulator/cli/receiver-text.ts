import type { Duty } from '../../contracts/duty.ts'
import type { Finding } from '../../contracts/finding.ts'
import { type LoadResult, loadText } from '../../contracts/receiver/load.ts'
import type { Driven } from '../../contracts/receiver.ts'
import { addressOf } from '../../contracts/sources.ts'

/** What a drive found out, for people at a terminal. */
export function drivenText({ report, load }: Driven, duties: readonly Duty[]): string {
  const { findings, checked, unchecked } = report
  const rules = [...new Set(findings.map(({ rule }) => rule))]
  const told = rules.flatMap((rule) =>
    findingLines(
      rule,
      findings.filter((one) => one.rule === rule),
      duties,
    ),
  )
  return [
    report.title,
    ...told,
    ...unchecked.map(({ what, why }) => `not checked  ${what}: ${why}`),
    ...(load ? [`load  ${loadText(load)}`] : []),
    `${checked.length} of ${checked.length + unchecked.length} duties tried; ${countsText(findings)}`,
  ].join('\n')
}

function findingLines(rule: string, all: readonly Finding[], duties: readonly Duty[]): string[] {
  const duty = duties.find(({ id }) => id === rule)
  return [
    ...all.flatMap(({ severity, where, problem }) => [`${severity}  ${rule}: ${problem}`, `    ${where}`]),
    `    ${duty?.title}. ${duty?.explains}`,
    ...(duty ? [`    ${duty.basis}: ${addressOf(duty.sources[0])}`] : []),
  ]
}

/** `1 error, 2 warnings` */
function countsText(findings: readonly Finding[]): string {
  const counts = (['error', 'warning', 'note'] as const).map((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length
    return count === 0 ? [] : [`${count} ${severity}${count === 1 ? '' : 's'}`]
  })
  return counts.flat().join(', ') || 'nothing found'
}

/** The duties, each with what says so. */
export function dutiesText(duties: readonly Duty[]): string {
  return duties
    .map(
      ({ id, title, severity, basis, sources }) =>
        `${id}  ${title}\n    ${severity}, ${basis}: ${addressOf(sources[0])}`,
    )
    .join('\n')
}

/** What is printed of a drive as JSON. */
export function drivenJson({ report, load }: Driven): object {
  return { ...report, ...(load && { load: plainLoad(load) }) }
}

function plainLoad({ refused, ...load }: LoadResult): object {
  return { ...load, refused: Object.fromEntries(refused) }
}
