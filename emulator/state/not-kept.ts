/** What stands in `x-mmgraph` of an answer to what could not be kept. */
export const NOT_KEPT = 'not-kept'

/** What a caller is told whose change is in memory and not on the disk. */
export function notKeptMessage({ message }: Error): string {
  return `The change could not be written to the state file (${message}). It is in memory, and is written with the next change that can be; if mmgraph ends before, it is lost.`
}
