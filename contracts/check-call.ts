import type { Exchange } from './check.ts'
import type { Finding } from './finding.ts'
import { unknownKeysIn, unknownParameter } from './judging/unknown-keys.ts'
import { fieldsOf } from './judging/values.ts'
import type { OperationContract } from './operation.ts'
import { readParams } from './read-params.ts'
import { MARK } from './redact.ts'
import type { Problem } from './validate.ts'

/** Holds what a call asks to the contract of its operation: its parameters. Nothing found: it keeps the contract. */
export function checkCall({ params }: Exchange, contract: OperationContract): Finding[] {
  const find = (rule: string, where: string, problem: string): Finding => ({
    rule,
    severity: 'error',
    side: 'caller',
    where,
    problem,
    contract: contract.name,
    source: contract.sources[0],
  })
  const given = fieldsOf(params)
  const read = readParams(contract.params, given)
  const broken = read.problems
    .filter(({ where }) => valueAt(read.params, where) !== MARK)
    .map((problem) => find('call-keeps-contract', `/params${problem.where}`, saysOf(problem, given, contract)))
  const known = fieldsOf(contract.params.properties)
  // One without parameters refuses whatever comes, or takes the parameters of what it makes.
  const odd = Object.keys(known).length > 0 ? unknownParameter(given, known) : undefined
  return odd === undefined ? broken : [...broken, find('parameter-unknown', '/params', odd)]
}

function saysOf({ keyword, says, params }: Problem, given: object, contract: OperationContract): string {
  if (keyword !== 'additionalProperties') return says
  const key = String(params.additionalProperty)
  const meant = unknownKeysIn(given, contract.params).find((unknown) => unknown.key === key)
  return meant?.like ? `must not have '${key}': did you mean ${meant.like}?` : says
}

/** What stands at a JSON pointer: where a secret was taken out nobody knows what it was. */
function valueAt(value: unknown, pointer: string): unknown {
  const path = pointer.split('/').slice(1)
  return path.reduce<unknown>((inner, key) => (inner as Record<string, unknown> | undefined)?.[key], value)
}
