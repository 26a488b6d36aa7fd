import type { Finding } from '../finding.ts'
import { cited, citedText } from './cited.ts'
import { linesOf, severities } from './groups.ts'
import { hideSecrets } from './hide-secrets.ts'
import type { Report, ReportOptions, RuleTexts } from './report.ts'

/** Where the schema of the format stands. */
const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'

export interface SarifOptions extends ReportOptions {
  /** The version of this package. */
  readonly version?: string
}

/**
 * A report as SARIF 2.1.0, which code hosts and editors read. A finding is about a call or a webhook and no line of a
 * file, so its location is a logical one.
 */
export function sarifReport(report: Report, { rules = new Map(), secrets, version }: SarifOptions = {}): object {
  const { title, findings, suppressed, checked, unchecked } = hideSecrets(report, secrets)
  const all = [...findings, ...suppressed.map(({ finding }) => finding)]
  const ids = [...new Set(all.map(({ rule }) => rule))]
  const result = (finding: Finding): object => resultOf(finding, ids.indexOf(finding.rule))
  const driver = { name: 'mmgraph', ...(version && { version }), rules: ids.map((id) => ruleOf(id, all, rules)) }
  const run = {
    tool: { driver },
    automationDetails: { description: { text: title } },
    invocations: [
      {
        executionSuccessful: true,
        toolExecutionNotifications: unchecked.map(({ what, why }) => ({
          level: 'note',
          descriptor: { id: 'not-checked' },
          message: { text: `not checked: ${what}: ${why}` },
        })),
      },
    ],
    results: [
      ...findings.map(result),
      ...suppressed.map(({ finding, reason }) => ({
        ...result(finding),
        suppressions: [{ kind: 'external', justification: reason }],
      })),
    ],
    properties: { checked },
  }
  return { $schema: SCHEMA, version: '2.1.0', runs: [run] }
}

function ruleOf(id: string, all: readonly Finding[], rules: RuleTexts): object {
  const own = all.filter(({ rule }) => rule === id)
  const level = severities.find((severity) => own.some((finding) => finding.severity === severity))
  const text = rules.get(id)
  const citations = [...new Set(own.map(({ source }) => source))]
  const url = citations.map((citation) => cited(citation).url).find(Boolean)
  const lines = text ? linesOf(text) : [`A contract is broken: ${id}.`]
  return {
    id,
    shortDescription: { text: text?.title ?? id },
    fullDescription: { text: lines[0] },
    help: { text: [...lines, ...citations.map(citedText)].join('\n') },
    ...(url && { helpUri: url }),
    defaultConfiguration: { level },
  }
}

function resultOf({ rule, severity, side, where, problem, contract, source, exchanges }: Finding, at: number): object {
  return {
    ruleId: rule,
    ruleIndex: at,
    level: severity,
    message: { text: problem },
    locations: [
      { logicalLocations: [{ name: contract, fullyQualifiedName: `${contract} ${where}`.trim(), kind: 'member' }] },
    ],
    partialFingerprints: { 'ruleContractWhere/v1': [rule, contract, where].join('|') },
    properties: { side, source, ...(exchanges && { exchanges }) },
  }
}
