import { plain } from '../../contracts/report/paint.ts'
import { xmlText } from '../../contracts/report/xml-text.ts'
import { type Played, type PlayedStep, verdictOf } from '../result.ts'
import { scenarioText } from './terminal.ts'

/** A suite a scenario and a case a step, as CI servers read it. */
export function junitReport(all: readonly Played[]): string {
  const suites = all.map(suite)
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n${suites.join('\n')}\n</testsuites>\n`
}

function suite(played: Played): string {
  const { scenario, steps, broken } = played
  const failures = steps.filter(({ outcome }) => outcome.status === 'FAIL').length
  const skipped = steps.filter(({ outcome }) => outcome.status === 'skip').length
  const counts = `tests="${steps.length + (broken === undefined ? 0 : 1)}" failures="${failures}" skipped="${skipped}" errors="${broken === undefined ? 0 : 1}"`
  const text = verdictOf(played) !== 'FAIL' ? '' : scenarioText(played, plain)
  const cases = steps.map((step) => stepCase(step, scenario.title, text))
  const problem =
    broken === undefined ? [] : [`    <testcase name="the world"><error message="${xmlText(broken)}"/></testcase>`]
  return [
    `  <testsuite name="${xmlText(scenario.title)}" file="${xmlText(scenario.file)}" ${counts}>`,
    ...problem,
    ...cases,
    '  </testsuite>',
  ].join('\n')
}

function stepCase({ say, outcome }: PlayedStep, title: string, text: string): string {
  const head = `    <testcase classname="${xmlText(title)}" name="${xmlText(say)}"`
  if (outcome.status === 'ok') return `${head}/>`
  if (outcome.status === 'skip') return `${head}><skipped message="${xmlText(outcome.why ?? '')}"/></testcase>`
  return `${head}><failure message="${xmlText(outcome.why ?? '')}">${xmlText(text)}</failure></testcase>`
}
