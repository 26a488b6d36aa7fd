import type { Paint } from '../../contracts/report/paint.ts'
import type { Difference } from '../match.ts'
import { AFTER_FAILURE, type Played, type PlayedStep, verdictOf } from '../result.ts'

/** One scenario: its title, and each step with what became of it. Of one that passed the title alone, unless all is wanted. */
export function scenarioText(played: Played, paint: Paint, all = false): string {
  const verdict = verdictOf(played)
  const head = `${{ ok: paint.good, skip: paint.dim, FAIL: paint.bad, broken: paint.bad }[verdict](verdict)}  ${played.scenario.title}`
  const { title, file } = played.scenario
  const where = title === file ? '' : paint.dim(`  ${file}`)
  if (played.broken !== undefined) return `${head}${where}\n    ${played.broken.replaceAll('\n', '\n    ')}`
  if (verdict === 'ok' && !all && !played.steps.some(isSkipped)) return `${head}${where}`
  return [`${head}${where}`, ...played.steps.flatMap((step) => stepLines(step, paint))].join('\n')
}

const isSkipped = ({ outcome }: PlayedStep): boolean => outcome.status === 'skip'

function stepLines({ say, until: moment, outcome, file, line }: PlayedStep, paint: Paint): string[] {
  const { status, why, differences = [], notes = [], curl } = outcome
  const at = moment ? [`          ${paint.dim(`the world's clock: ${moment}`)}`] : []
  const mark = { ok: paint.good('ok  '), FAIL: paint.bad('FAIL'), skip: paint.dim('skip') }[status]
  const head = `    ${mark}  ${say}`
  const place = paint.dim(`  ${file}:${line}`)
  if (status !== 'FAIL') return [`${head}${why && why !== AFTER_FAILURE.why ? paint.dim(`: ${why}`) : ''}${place}`]
  return [
    `${head}${place}`,
    ...(why ? [`          ${why}`] : []),
    ...differences.flatMap((difference) => differenceLines(difference, paint)),
    ...notes.map((note) => `          ${note}`),
    ...(curl ? [`          ${paint.dim(curl)}`] : []),
    ...at,
  ]
}

function differenceLines({ where, expected, actual }: Difference, paint: Paint): string[] {
  return [
    `          ${where || 'the whole'}`,
    `            expected  ${paint.good(shown(expected))}`,
    `            actual    ${paint.bad(shown(actual))}`,
  ]
}

const MOST_SHOWN = 400

/** A value on one line, with its end cut off where it is long. */
export function shown(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value)
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text
}

/** `3 scenarios: 2 ok, 1 failed`. `left`: how many more were not played. */
export function summaryText(all: readonly Played[], paint: Paint, left = 0): string {
  const count = (verdict: string): number => all.filter((played) => verdictOf(played) === verdict).length
  const parts = [
    `${count('ok')} ok`,
    ...(count('FAIL') > 0 ? [paint.bad(`${count('FAIL')} failed`)] : []),
    ...(count('broken') > 0 ? [paint.bad(`${count('broken')} broken`)] : []),
    ...(count('skip') > 0 ? [`${count('skip')} skipped`] : []),
    ...(left > 0 ? [`${left} more not played`] : []),
  ]
  return `${all.length} ${all.length === 1 ? 'scenario' : 'scenarios'}: ${parts.join(', ')}`
}
