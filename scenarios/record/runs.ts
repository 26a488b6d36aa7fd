/** Signs that ids, tokens and cursors have within them, from the widest to the narrowest. */
const RUNS = [/[\w.:=|+/-]+/g, /[\w.:=|+-]+/g, /[\w.:=-]+/g, /[\w=-]+/g, /[A-Za-z0-9]+/g] as const

/** A text with its known parts replaced; where one part holds another, by the wider one. */
export function replaceRuns(text: string, replace: (part: string) => string | undefined): string {
  return replace(text) ?? within(text, 0, replace)
}

function within(text: string, depth: number, replace: (part: string) => string | undefined): string {
  const runs = RUNS[depth]
  if (!runs) return text
  return text.replace(runs, (run) => replace(run) ?? within(run, depth + 1, replace))
}

/** All parts that could be replaced. */
export function runsOf(text: string): Set<string> {
  const found = new Set<string>()
  replaceRuns(text, (part) => {
    found.add(part)
    return undefined
  })
  return found
}
