/** Lines on stdout. */
export function say(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`)
}
