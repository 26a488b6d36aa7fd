import { recalled } from '../../scenarios/words.ts'

/** The variable of the collection that a name of a plan is: `{{ready.phone}}`, as each plan has a world of its own. */
export const variableOf = (plan: string, name: string): string => `${plan}.${name}`

export const braced = (plan: string, name: string): string => `{{${variableOf(plan, name)}}}`

/** What stands for each name that some values recall. `{callback}` is one for all plans, as it is the tester's own. */
export function bracedWords(plan: string, value: unknown): ReadonlyMap<string, unknown> {
  return new Map(recalled(value).map((name) => [name, name === 'callback' ? '{{callback}}' : braced(plan, name)]))
}

/** Numbers stand in JSON without quotes, also those that a variable fills in. */
const NUMBERS = ['now', 'day_start', 'week_start']

/** JSON in which variables of numbers are numbers. */
export function jsonWith(plan: string, value: unknown): string {
  return NUMBERS.reduce(
    (text, name) => text.replaceAll(`"${braced(plan, name)}"`, braced(plan, name)),
    JSON.stringify(value, null, 2),
  )
}
