import type { ErrorName } from '../errors.ts'
import type { History, HistoryCall } from '../history.ts'
import { isOneOf } from '../judging/error-kinds.ts'
import { refusedWith } from '../judging/groups.ts'
import { contractOf, hitsOfCalls } from '../judging/place.ts'
import { unknownKeysIn } from '../judging/unknown-keys.ts'
import { fieldsOf, textOf } from '../judging/values.ts'
import type { Hit, Rule } from '../rule.ts'

/** A rule that some errors break: Graph itself said that the call is wrong. */
export interface Refusal extends Omit<Rule, 'judge' | 'side' | 'basis' | 'timed'> {
  readonly errors: readonly [ErrorName, ...ErrorName[]]
}

/** An error that a test asked for is no fault of the call. */
const isOwn = ({ injected }: HistoryCall): boolean => !injected

export function refusalRule({ errors, ...rule }: Refusal): Rule {
  const isOne = isOneOf(errors)
  const find = (history: History): readonly Hit[] =>
    hitsOfCalls(
      refusedWith(history, isOne).filter(isOwn),
      (call) => `Graph refused it: ${wordsOf(call)}${spelling(call)}`,
    )
  return { ...rule, side: 'caller', basis: 'documented', judge: find }
}

/** Graph names a key that it does not know, and not the one that was meant. */
function spelling(call: HistoryCall): string {
  if (call.error !== 'parameter_unexpected_key') return ''
  const said = wordsOf(call)
  const unknown = unknownKeysIn(call.params, contractOf(call)?.params)
  const meant = unknown.find(({ key, like }) => like !== undefined && said.includes(`"${key}"`))
  return meant ? `: ${meant.path.slice(0, LONGEST)}: did you mean ${meant.like}?` : ''
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
