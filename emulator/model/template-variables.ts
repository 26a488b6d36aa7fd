/** `{{1}}` or `{{first_name}}`. */
const VARIABLE = /\{\{\s*([^{}]*?)\s*\}\}/g

/** The names of the variables of a text, each once, in the order in which they come. */
export function variablesOf(text: string): string[] {
  return [...new Set([...text.matchAll(VARIABLE)].map(([, name = '']) => name))]
}

export function withoutVariables(text: string): string {
  return text.replaceAll(VARIABLE, ' ')
}

type Format = 'NAMED' | 'POSITIONAL'

/** What is wrong with the variables of a text, as a clause; nothing where they are well written. */
export function variableProblem(text: string, format: Format): string | undefined {
  if (/\{\{|\}\}/.test(withoutVariables(text))) return 'has curly brackets that do not pair'
  const names = variablesOf(text)
  return format === 'NAMED' ? namedProblem(names) : positionalProblem(names)
}

function namedProblem(names: readonly string[]): string | undefined {
  const wrong = names.find((name) => !/^[a-z_][a-z0-9_]*$/.test(name))
  return wrong === undefined
    ? undefined
    : `has the variable {{${wrong}}}; named ones have lowercase letters, digits and underscores`
}

function positionalProblem(names: readonly string[]): string | undefined {
  const wrong = names.find((name) => !/^[1-9]\d*$/.test(name))
  if (wrong !== undefined) return `has the variable {{${wrong}}}; positional ones are numbers, like {{1}}`
  const numbers = names.map(Number).sort((a, b) => a - b)
  return numbers.every((number, at) => number === at + 1)
    ? undefined
    : `has the variables ${names.map((name) => `{{${name}}}`).join(', ')}; they count from {{1}} without a gap`
}

/** Whether there is an example for each variable. Examples are in a list, or in a list in a list, or have names. */
export function hasExamples(
  example: unknown,
  part: 'header_text' | 'body_text',
  names: readonly string[],
  format: Format,
): boolean {
  const given = (example ?? {}) as Readonly<Record<string, unknown>>
  if (format === 'NAMED') {
    const list = [given[`${part}_named_params`] ?? []].flat() as { param_name?: unknown; example?: unknown }[]
    return names.every((name) => list.some((one) => one?.param_name === name && isText(one.example)))
  }
  const list = [given[part] ?? []].flat(2)
  return list.filter(isText).length >= names.length
}

const isText = (value: unknown): boolean => value !== undefined && value !== null && String(value) !== ''
