import type { Finding, Severity } from '../finding.ts'
import type { Report, RuleText, RuleTexts } from './report.ts'

/** The worst first. */
export const severities: readonly Severity[] = ['error', 'warning', 'note']

/** All findings of one rule that weigh the same. */
export interface Group {
  readonly severity: Severity
  readonly rule: string
  readonly text: RuleText | undefined
  readonly findings: readonly Finding[]
}

/** Findings by severity, the worst first, and within one by rule, in the order in which rules were first broken. */
export function groupsOf(findings: readonly Finding[], rules: RuleTexts = new Map()): Group[] {
  return severities.flatMap((severity) => {
    const own = grouped(
      findings.filter((finding) => finding.severity === severity),
      ({ rule }) => rule,
    )
    return [...own].map(([rule, group]) => ({ severity, rule, text: rules.get(rule), findings: group }))
  })
}

/** What has one key, in the order in which keys first came. `Map.groupBy` is not in Node 20. */
export function grouped<T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const one of all) {
    const group = groups.get(keyOf(one))
    if (group) group.push(one)
    else groups.set(keyOf(one), [one])
  }
  return groups
}

/** All that a rule says of itself, in sentences. */
export function linesOf({ explains, mend, assumes }: RuleText): string[] {
  return [explains, ...(mend ? [mend] : []), ...(assumes ? [`Assumed: ${assumes}`] : [])]
}

/** Whether findings of a weight fail a command that fails on another. */
export function failsOn(failOn: Severity, severity: Severity): boolean {
  return severities.indexOf(severity) <= severities.indexOf(failOn)
}

/** How many findings weigh what. */
export function countsOf({ findings }: Report): Readonly<Record<Severity, number>> {
  const count = (severity: Severity): number => findings.filter((finding) => finding.severity === severity).length
  return { error: count('error'), warning: count('warning'), note: count('note') }
}
