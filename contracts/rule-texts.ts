import type { RuleText, RuleTexts } from './report/report.ts'
import { rules } from './rules.ts'

/** What a finding may name beside the rules that are read off a history. */
const others: Readonly<Record<string, RuleText>> = {
  'reply-keeps-contract': {
    title: 'An answer is not as its contract says',
    explains: 'Whoever reads such an answer by its documentation reads it wrong.',
  },
  'error-is-documented': {
    title: 'An error is none of those of the operation',
    explains: 'A client that knows the documented errors does not know this one.',
  },
  'foreign-token': {
    title: 'A token that was not made here was sent',
    explains:
      'A real token has no place in tests: whoever reads their logs has it. Take the tokens of the environment instead.',
  },
  'escaped-call': {
    title: 'A call left for Meta',
    explains:
      'It was refused. What a test sends there is done to real businesses: give the client MMGRAPH_URL as its host.',
  },
  'survives-one-reading': {
    title: 'It works under one reading of Meta’s documents only',
    explains: 'Where documents contradict each other nobody knows which side Graph is on: take both.',
  },
  'error-crashes': {
    title: 'A documented error makes it crash',
    explains: 'Catch errors of Graph where the call is made, and tell what is wrong.',
  },
  'error-hangs': {
    title: 'A documented error makes it hang',
    explains: 'Give up after a time, and say so.',
  },
  'error-is-retried-for-ever': {
    title: 'A documented error is retried without an end',
    explains: 'Bound the retries, and wait longer before each.',
  },
  'error-loses-message': {
    title: 'An error that passes by itself loses a message',
    explains: 'The call can be made again after a while: keep the message until it was taken.',
  },
}

/** What people read of each rule, by its id. */
export const ruleTexts: RuleTexts = new Map<string, RuleText>([
  ...rules.map(({ id, title, explains, mend }): [string, RuleText] => [id, { title, explains: `${explains} ${mend}` }]),
  ...Object.entries(others),
])
