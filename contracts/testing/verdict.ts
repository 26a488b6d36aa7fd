import { hideNumbers } from '../hide-numbers.ts'
import { redactText } from '../redact.ts'

/** What became of an expectation. `says` tells why it is not met, `met` that it is, for those who expected the opposite. */
export interface Verdict {
  readonly pass: boolean
  readonly says: string
  readonly met: string
}

/** A verdict whose texts have no secrets and no whole phone numbers: they stand in logs of CI servers. */
export function verdict(problems: readonly string[], what: string, met: string): Verdict {
  const lines = [what, ...problems.map((problem) => `  ${problem}`)]
  return { pass: problems.length === 0, says: clean(lines.join('\n')), met: clean(met) }
}

const clean = (text: string): string => hideNumbers(redactText(text))
