import type { Finding } from '../finding.ts'
import { hash } from '../hash.ts'
import { cited, citedText } from './cited.ts'
import { linesOf, severities } from './groups.ts'
import { hideSecrets } from './hide-secrets.ts'
import type { Report, ReportOptions, RuleTexts } from './report.ts'
import { type SarifPlaces, sarifLocations } from './sarif-location.ts'

/** Where the schema of the format stands. */
const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'

export interface SarifOptions extends ReportOptions, SarifPlaces {
  /** The version of this package. */
  readonly version?: string
}

/**
 * A report as SARIF 2.1.0, as code hosts and editors read it: with all that GitHub's code scanning asks for, where each
 * finding has a file (see `SarifPlaces`). What was suppressed is told beside the results: GitHub would open alerts of it.
 * @see https://docs.github.com/en/code-security/reference/code-scanning/sarif-files/sarif-support
 */
export function sarifReport(report: Report, options: SarifOptions = {}): object {
  const { rules = new Map(), secrets, version } = options
  const { title, findings, suppressed, checked, unchecked } = hideSecrets(report, secrets)
  const ids = [...new Set(findings.map(({ rule }) => rule))]
  const driver = {
    name: 'mmgraph',
    ...(version && { version, semanticVersion: version }),
    rules: ids.map((id) => ruleOf(id, findings, rules)),
  }
  const run = {
    tool: { driver },
    // Without an id: GitHub takes one for the category, whatever the upload says.
    automationDetails: { description: { text: title } },
    columnKind: 'utf16CodeUnits',
    invocations: [
      {
        executionSuccessful: true,
        toolExecutionNotifications: [
          ...unchecked.map(({ what, why }) => noteOf('not-checked', `not checked: ${what}: ${why}`)),
          ...suppressed.map(({ finding, reason }) => noteOf('suppressed', `suppressed: ${nameOf(finding)}: ${reason}`)),
        ],
      },
    ],
    results: resultsOf(findings, ids, options),
    properties: { checked },
  }
  return { $schema: SCHEMA, version: '2.1.0', runs: [run] }
}

function noteOf(id: string, text: string): object {
  return { level: 'note', descriptor: { id }, message: { text } }
}

function nameOf({ rule, contract, where }: Finding): string {
  return `${rule}, ${contract}${where && ` ${where}`}`
}

/** The most that GitHub takes of a description. */
const LONGEST = 1024

function ruleOf(id: string, all: readonly Finding[], rules: RuleTexts): object {
  const own = all.filter(({ rule }) => rule === id)
  const level = severities.find((severity) => own.some((finding) => finding.severity === severity)) ?? 'note'
  const text = rules.get(id)
  const citations = [...new Set(own.map(({ source }) => source))]
  const url = citations.map((citation) => cited(citation).url).find(Boolean)
  const lines = text ? linesOf(text) : [`A contract is broken: ${id}.`]
  return {
    id,
    name: id,
    shortDescription: { text: (text?.title ?? id).slice(0, LONGEST) },
    fullDescription: { text: (lines[0] ?? id).slice(0, LONGEST) },
    help: { text: [...lines, ...citations.map(citedText)].join('\n') },
    ...(url && { helpUri: url }),
    defaultConfiguration: { level },
    properties: {
      tags: [...new Set(own.map(({ side }) => side))],
      precision: text?.assumes ? 'medium' : 'high',
      'problem.severity': level === 'note' ? 'recommendation' : level,
    },
  }
}

/** Results of the same rule, contract and place are told apart by a number. */
function resultsOf(findings: readonly Finding[], ids: readonly string[], places: SarifPlaces): object[] {
  const met = new Map<string, number>()
  return findings.map((finding) => {
    const { rule, severity, side, where, problem, contract, source, exchanges } = finding
    const identity = [rule, contract, where].join('|')
    const nth = (met.get(identity) ?? 0) + 1
    met.set(identity, nth)
    const locations = sarifLocations(finding, places)
    return {
      ruleId: rule,
      ruleIndex: ids.indexOf(rule),
      level: severity,
      message: { text: `${where ? `${where}: ` : ''}${problem}` },
      ...(locations.length > 0 && { locations }),
      partialFingerprints: {
        primaryLocationLineHash: `${digest(identity)}:${nth}`,
        'ruleContractWhere/v1': identity,
      },
      properties: { side, contract, where, source, ...(exchanges && { exchanges }) },
    }
  })
}

/** 16 hexadecimal digits: GitHub knows an alert again by them, whatever line its call has moved to. */
function digest(text: string): string {
  return [text, `${text} `].map((half) => hash(half).toString(16).padStart(8, '0')).join('')
}
