import type { Finding } from '../finding.ts'
import type { Static } from '../schema.ts'
import { cited } from './cited.ts'
import { countsOf } from './groups.ts'
import { hideSecrets } from './hide-secrets.ts'
import type { reportSchema } from './json-schema.ts'
import type { Report, ReportOptions, RuleText } from './report.ts'

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

/** What people read of a rule, and nothing else that it may have. */
function told(text: RuleText | undefined): object {
  if (!text) return {}
  const { title, explains, mend, assumes } = text
  return { title, explains, ...(mend && { mend }), ...(assumes && { assumes }) }
}

function findingJson({ source, exchanges, ...finding }: Finding): JsonReport['findings'][number] {
  const { address: _, ...document } = cited(source)
  return { ...finding, source: document, ...(exchanges && { exchanges: [...exchanges] }) }
}
