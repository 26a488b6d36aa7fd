import type { Finding, Severity } from '../finding.ts'
import { citedText } from './cited.ts'
import { failsOn, grouped } from './groups.ts'
import { hideSecrets } from './hide-secrets.ts'
import type { Checked, Report, ReportOptions, Suppressed, Unchecked } from './report.ts'
import { seenIn } from './terminal.ts'
import { xmlText } from './xml-text.ts'

type Outcome = 'passed' | 'failed' | 'skipped'

interface Case {
  readonly suite: string
  readonly name: string
  readonly outcome: Outcome
  /** What stands inside of it, as XML. */
  readonly inside?: string
}

/**
 * A report as CI servers read it: a suite a contract. What fails the command is a failure; lighter findings are told by cases
 * that pass. What was suppressed or not checked is skipped.
 */
export function junitReport(report: Report, { secrets, failOn = 'error' }: ReportOptions = {}): string {
  const { title, findings, suppressed, checked, unchecked } = hideSecrets(report, secrets)
  const broken = new Set(findings.filter(({ severity }) => failsOn(failOn, severity)).map(({ contract }) => contract))
  const cases = [
    ...[...grouped(findings, placeOf).values()].flatMap((same) => findingCase(same, failOn)),
    ...suppressed.map(suppressedCase),
    ...checked.filter(({ what }) => !broken.has(what)).map(checkedCase),
    ...unchecked.map(uncheckedCase),
  ]
  const suites = grouped(cases, ({ suite }) => suite)
  const head = `<testsuites name="${xmlText(title)}" ${totals(cases)}>`
  return ['<?xml version="1.0" encoding="UTF-8"?>', head, ...[...suites].map(suiteXml), '</testsuites>', ''].join('\n')
}

/** What one case is about: CI servers take two of one name for one. */
const placeOf = ({ contract, rule, where, severity }: Finding): string => [contract, severity, rule, where].join('\n')

const nameOf = ({ rule, where }: Finding): string => (where ? `${rule}: ${where}` : rule)

function findingCase(same: readonly Finding[], failOn: Severity): Case[] {
  const [first] = same
  if (!first) return []
  const { severity, contract, problem, rule } = first
  const text = xmlText(same.map(findingText).join('\n\n'))
  const fails = failsOn(failOn, severity)
  const inside = fails
    ? `<failure type="${xmlText(rule)}" message="${xmlText(problem)}">${text}</failure>`
    : `<system-out>${severity}: ${text}</system-out>`
  return [{ suite: contract, name: nameOf(first), outcome: fails ? 'failed' : 'passed', inside }]
}

function findingText({ problem, side, source, ...shown }: Finding): string {
  return `${problem}\n${[side, ...seenIn(shown)].join(', ')}\n${citedText(source)}`
}

function suppressedCase({ finding, reason }: Suppressed): Case {
  const inside = `<skipped message="${xmlText(`suppressed: ${reason}`)}">${xmlText(finding.problem)}</skipped>`
  return { suite: finding.contract, name: nameOf(finding), outcome: 'skipped', inside }
}

function checkedCase({ what, count }: Checked): Case {
  return {
    suite: what,
    name: 'keeps its contract',
    outcome: 'passed',
    inside: `<system-out>met ${count} ${count === 1 ? 'time' : 'times'}</system-out>`,
  }
}

function uncheckedCase({ what, why }: Unchecked): Case {
  return { suite: 'not checked', name: what, outcome: 'skipped', inside: `<skipped message="${xmlText(why)}"/>` }
}

function suiteXml([name, cases]: [string, readonly Case[]]): string {
  const rows = cases.map(
    ({ name: own, inside = '' }) =>
      `    <testcase classname="${xmlText(name)}" name="${xmlText(own)}">${inside}</testcase>`,
  )
  return [`  <testsuite name="${xmlText(name)}" ${totals(cases)}>`, ...rows, '  </testsuite>'].join('\n')
}

function totals(cases: readonly Case[]): string {
  const count = (outcome: Outcome): number => cases.filter((one) => one.outcome === outcome).length
  return `tests="${cases.length}" failures="${count('failed')}" skipped="${count('skipped')}" errors="0"`
}
