import type { WorldView } from './world-view.ts'

/**
 * A world as environment variables, for shells and for test commands: `MMGRAPH_URL`, `MMGRAPH_<NAME>_ID`,
 * of people `MMGRAPH_<NAME>_NUMBER`, `MMGRAPH_<NAME>_TOKEN`, `MMGRAPH_<NAME>_SECRET`.
 */
export function environmentOf(url: string, { names, people, tokens, secrets }: WorldView): Record<string, string> {
  const variables = (rows: Readonly<Record<string, string>>, kind: string): [string, string][] =>
    Object.entries(rows).map(([name, value]) => [`MMGRAPH_${name.toUpperCase().replaceAll(/\W/g, '_')}_${kind}`, value])
  return Object.fromEntries([
    ['MMGRAPH_URL', url],
    ...variables(names, 'ID'),
    ...variables(people, 'NUMBER'),
    ...variables(tokens, 'TOKEN'),
    ...variables(secrets, 'SECRET'),
  ])
}

/** The variables as lines that a POSIX shell can `eval`. */
export function shellLines(environment: Readonly<Record<string, string>>): string {
  const lines = Object.entries(environment).map(([name, value]) => `export ${name}='${value.replaceAll("'", "'\\''")}'`)
  return `${lines.join('\n')}\n`
}
