import { plain } from '../../contracts/report/paint.ts'
import { xmlText } from '../../contracts/report/xml-text.ts'
import { type Played, type PlayedStep, verdictOf } from '../result.ts'
import { scenarioText } from './terminal.ts'

/** A suite a scenario and a case a step, as CI servers read it. There is no time: that of worlds is not real. */
export function junitReport(all: readonly Played[]): string {
  const total = all.map(countsOf).reduce(sum, NOTHING)
  const suites = all.map(suite)
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ${countsText(total)}>\n${suites.join('\n')}\n</testsuites>\n`
}

interface Counts {
  readonly tests: number
  readonly failures: number
  readonly skipped: number
  readonly errors: number
}

const NOTHING: Counts = { tests: 0, failures: 0, skipped: 0, errors: 0 }

function countsOf({ steps, broken }: Played): Counts {
  const errors = broken === undefined ? 0 : 1
  const count = (status: string): number => steps.filter(({ outcome }) => outcome.status === status).length
  return { tests: steps.length + errors, failures: count('FAIL'), skipped: count('skip'), errors }
}

const sum = (one: Counts, other: Counts): Counts => ({
  tests: one.tests + other.tests,
  failures: one.failures + other.failures,
  skipped: one.skipped + other.skipped,
  errors: one.errors + other.errors,
})

const countsText = (counts: Counts): string =>
  Object.entries(counts)
    .map(([name, count]) => `${name}="${count}"`)
    .join(' ')

function suite(played: Played): string {
  const { scenario, steps, broken } = played
  const text = verdictOf(played) !== 'FAIL' ? '' : scenarioText(played, plain)
  const cases = steps.map((step, at) => stepCase(step, at + 1, scenario.title, text))
  const problem = broken === undefined ? [] : [brokenCase(scenario.title, broken)]
  return [
    `  <testsuite name="${xmlText(scenario.title)}" file="${xmlText(scenario.file)}" ${countsText(countsOf(played))}>`,
    ...problem,
    ...cases,
    '  </testsuite>',
  ].join('\n')
}

function brokenCase(title: string, broken: string): string {
  const [first = ''] = broken.split('\n')
  const error = `<error message="${xmlText(first)}">${xmlText(broken)}</error>`
  return `    <testcase classname="${xmlText(title)}" name="it can be played">${error}</testcase>`
}

/** Steps may say the same: their numbers tell them apart. */
function stepCase({ say, outcome, file, line }: PlayedStep, n: number, title: string, text: string): string {
  const name = xmlText(`${n}. ${say}`)
  const head = `    <testcase classname="${xmlText(title)}" name="${name}" file="${xmlText(file)}" line="${line}"`
  if (outcome.status === 'ok') return `${head}/>`
  if (outcome.status === 'skip') return `${head}><skipped message="${xmlText(outcome.why ?? '')}"/></testcase>`
  return `${head}><failure message="${xmlText(outcome.why ?? '')}">${xmlText(text)}</failure></testcase>`
}
