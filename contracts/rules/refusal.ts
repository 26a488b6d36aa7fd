import type { ErrorName } from '../errors.ts'
import type { History, HistoryCall } from '../history.ts'
import { isOneOf } from '../judging/error-kinds.ts'
import { refusedWith } from '../judging/groups.ts'
import { hitsOfCalls } from '../judging/place.ts'
import { fieldsOf, textOf } from '../judging/values.ts'
import type { Hit, Rule } from '../rule.ts'

/** A rule that some errors break: Graph itself said that the call is wrong. */
export interface Refusal extends Omit<Rule, 'judge' | 'side' | 'basis' | 'timed'> {
  readonly errors: readonly [ErrorName, ...ErrorName[]]
}

export function refusalRule({ errors, ...rule }: Refusal): Rule {
  const isOne = isOneOf(errors)
  const find = (history: History): readonly Hit[] =>
    hitsOfCalls(refusedWith(history, isOne), (call) => `Graph refused it: ${wordsOf(call)}`)
  return { ...rule, side: 'caller', basis: 'documented', judge: find }
}

const LONGEST = 200

/** What Graph said, with its details where it gave some. */
function wordsOf({ reply, error }: HistoryCall): string {
  const said = fieldsOf(fieldsOf(reply).error)
  const data = fieldsOf(said.error_data)
  const words = [textOf(said.message), textOf(data.details), textOf(said.error_user_msg)].filter(Boolean).join(': ')
  const short = words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words
  return `${short || 'without words'} [${error}]`
}
