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
  'call-is-answered': {
    title: 'A call that should be answered is refused',
    explains: 'Its parameters are those of the contract, and what it names is there.',
  },
  'error-is-the-one': {
    title: 'A wrong call gets another error than documented',
    explains: 'Clients tell errors apart by status, code and subcode.',
  },
  'field-is-known': {
    title: 'A node has a field of no contract',
    explains: 'It may be new: see whether it is documented.',
  },
  'field-is-there': { title: 'A documented field is not there', explains: 'Whoever asks for it gets an error.' },
  'headers-are-graphs': {
    title: 'A header is missing or otherwise',
    explains: 'Clients read versions, limits and ETags there.',
  },
  'pages-end': { title: 'Pages have no end', explains: 'A client that follows `paging.next` would go on for ever.' },
  'pages-go-on': { title: 'Pages break off', explains: 'Each `paging.next` must lead to what comes next.' },
  'twin-answers-alike': {
    title: 'The emulator answers otherwise',
    explains: 'Either the emulator is wrong, or its contract: say so with the exchange.',
  },
  'recording-is-alike': {
    title: 'The answer is not as it was when it was kept',
    explains: 'Graph has changed, or the account has. `--renew` keeps the new one.',
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
