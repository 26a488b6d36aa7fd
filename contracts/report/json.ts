import type { Finding } from '../finding.ts'
import type { Static } from '../schema.ts'
import { cited } from './cited.ts'
import { countsOf } from './groups.ts'
import { hideSecrets } from './hide-secrets.ts'
import type { reportSchema } from './json-schema.ts'
import type { Report, ReportOptions } from './report.ts'

export type JsonReport = Static<typeof reportSchema>

/** A report for other programs. `version` goes up when a field goes away or means something else. */
export function jsonReport(report: Report, { rules = new Map(), secrets }: ReportOptions = {}): JsonReport {
  const { title, command, findings, suppressed, checked, unchecked, exchanges } = hideSecrets(report, secrets)
  const met = new Set([...findings, ...suppressed.map(({ finding }) => finding)].map(({ rule }) => rule))
  return {
    version: 1,
    title,
    ...(command !== undefined && { command }),
    counts: { ...countsOf(report), suppressed: suppressed.length },
    rules: [...met].map((id) => ({ id, ...told(rules.get(id)) })),
    findings: findings.map(findingJson),
    suppressed: suppressed.map(({ finding, reason }) => ({ reason, finding: findingJson(finding) })),
    checked: [...checked],
    unchecked: [...unchecked],
    ...(exchanges && { exchanges: [...exchanges] }),
  }
}

const told = (text: { readonly title: string; readonly explains: string } | undefined): object =>
  text ? { title: text.title, explains: text.explains } : {}

function findingJson({ source, exchanges, ...finding }: Finding): JsonReport['findings'][number] {
  const { address: _, ...document } = cited(source)
  return { ...finding, source: document, ...(exchanges && { exchanges: [...exchanges] }) }
}
