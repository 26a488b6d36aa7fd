import type { Ended } from './child.ts'

/** What runtimes say last when nobody caught an error. */
const LAST_WORDS: readonly RegExp[] = [
  /^Node\.js v\d+\.\d+/m,
  /^panic: |^fatal error: /m,
  /^Exception in thread "/m,
  /^(?:PHP )?Fatal error: +Uncaught /m,
  /^Unhandled exception\./m,
  // Python ends with the error itself; test runners that show a traceback say more after it.
  /^Traceback \(most recent call last\):\n(?: .*\n)+[\w.]+(?:: .*)?\s*(?![\s\S])/m,
]

/** Whether a command fell over, and did not just end with a code: a signal ended it, or an error that nobody caught. */
export function isCrash({ ending, stdout, stderr }: Ended): boolean {
  if (ending.kind === 'signal') return true
  if (ending.kind !== 'exit' || ending.code === 0) return false
  return LAST_WORDS.some((words) => words.test(stderr) || words.test(stdout))
}
