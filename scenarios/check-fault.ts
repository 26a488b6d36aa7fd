import { type AskedFault, type FaultProblem, problemOfKeys, problemOfValues } from '../contracts/faults.ts'
import { instead } from '../contracts/nearest.ts'
import type { Step } from './format.ts'
import type { Path } from './position.ts'
import { recalled } from './words.ts'

/** What a fault says must go together, and there must be what it names; what is recalled is known when it is played. */
export function checkFault(
  fault: NonNullable<Step['fault']>,
  refuse: (path: Path, reason: string, key?: string) => never,
): void {
  const told = Object.entries(fault).filter(([, value]) => recalled(value).length === 0)
  const problem = problemOfKeys(fault as AskedFault) ?? problemOfValues(Object.fromEntries(told) as AskedFault)
  if (problem) refuseFault(problem, fault, refuse)
}

function refuseFault(
  { at, says, known }: FaultProblem,
  fault: Readonly<Record<string, unknown>>,
  refuse: (path: Path, reason: string, key?: string) => never,
): never {
  if (at === undefined) return refuse(['fault'], says)
  const wrong = fault[at]
  if (known) return refuse(['fault', at], `'${wrong}' is no ${NOUNS[at] ?? at}; ${instead(String(wrong), known)}`)
  return refuse(['fault', ...at.split('.')], `${at}: ${says}`)
}

const NOUNS: Readonly<Record<string, string>> = {
  error: 'error of the catalogue',
  field: 'field of a webhook',
}
