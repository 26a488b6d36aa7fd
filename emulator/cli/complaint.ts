/** Whether `--json` stands on a command line: then errors are JSON, too. What stands after `--` is of another command. */
export function asksForJson(argv: readonly string[]): boolean {
  const end = argv.indexOf('--')
  return argv.slice(2, end < 0 ? undefined : end).includes('--json')
}

/** What is said on stderr where something cannot be done: one line for people, or with `--json` one of JSON. */
export function complaint(message: string, argv: readonly string[] = process.argv): string {
  return asksForJson(argv) ? `${JSON.stringify({ error: { message } })}\n` : `mmgraph: ${message}\n`
}

/** Says it on stderr. */
export function complain(message: string): void {
  process.stderr.write(complaint(message))
}
