import type { History, HistoryCall } from '../history.ts'
import { isFinal, isOneOf, passing, senderBlocks, unreadBodies } from '../judging/error-kinds.ts'
import { refusedWith } from '../judging/groups.ts'
import { groupBy, keyOf, stretches } from '../judging/keys.ts'
import { hitsOf, type Offence } from '../judging/place.ts'
import { sendsByPhone } from '../judging/sends.ts'
import { fieldsOf, minutes, spell } from '../judging/values.ts'
import type { Rule } from '../rule.ts'

const isPassing = isOneOf(passing)
const isBlock = isOneOf(senderBlocks)

const isUnread = isOneOf(unreadBodies)

/** A second try that comes later may be another person's. */
const SOON = minutes(1)

/**
 * Of code 1 Graph's page says `Wait and retry the operation. If it occurs again, check that you are requesting an existing API`,
 * of code 2 `Wait and retry the operation`. WhatsApp's page says of 1 `Invalid request or possible server error`. Some errors
 * of these codes say in other words that nothing passes: too much data, a wrong secret, breakdowns without data. A client that
 * goes by codes cannot tell, so the first retry is right, and the next is not.
 * @see sources graph-errors, error-codes-2026, insights-errors
 */
function isUnclear({ reply }: HistoryCall): boolean {
  const { code } = fieldsOf(fieldsOf(reply).error)
  return code === 1 || code === 2
}

function finalAgain(history: History): Offence[] {
  const refused = refusedWith(history, (error) => isFinal(error) && !isUnread(error))
  if (refused.length < 2) return []
  const stretch = stretches(history)
  const same = groupBy(refused, (call) => {
    const key = keyOf(call)
    return key && `${stretch.get(call.n)} ${call.error} ${key}`
  })
  return [...same.values()].flatMap((group) =>
    group.slice(1).flatMap((call, at) => {
      const before = group[at] as HistoryCall
      const problem = `the same call came again after ${call.error}, which does not pass by itself`
      const isFirstTry = at === 0 && isUnclear(before)
      return call.at - before.at <= SOON && !isFirstTry ? [{ calls: [before, call], problem }] : []
    }),
  )
}

/** Less than this is no wait: it is how long a call itself takes. */
const NO_WAIT = 250

/** The caller heard that something is down, or nothing at all. */
const isDown = ({ error, status, fault }: HistoryCall): boolean =>
  isPassing(error) || status === 0 || fault?.startsWith('page ') === true

function hurried(history: History): Offence[] {
  // Telling calls apart costs as much as all other rules together, and most histories have nothing to retry.
  if (!history.calls.some(isDown)) return []
  const same = groupBy(history.calls, keyOf)
  return [...same.values()].flatMap((group) =>
    group.flatMap((call, at) => {
      const before = group[at - 1]
      const waited = call.at - (before?.at ?? 0)
      if (!before || !isDown(before) || waited >= NO_WAIT) return []
      const heard = before.error ?? (before.status === 0 ? 'no answer' : `HTTP ${before.status}`)
      return [
        { calls: [before, call], problem: `it came again ${spell(waited)} after ${heard}: wait, each time longer` },
      ]
    }),
  )
}

/** Some more may be in a queue. */
const QUEUED = 3

function blockedOn(history: History): Offence[] {
  if (refusedWith(history, isBlock).length === 0) return []
  return [...sendsByPhone(history).values()].flatMap((sends) => {
    const refused = groupBy(
      sends.filter(({ call }) => isBlock(call.error)),
      ({ call }) => call.error,
    )
    return [...refused].map(([error, group]) => {
      const more = group.slice(QUEUED)
      const problem = `${group.length} sends came although nothing goes out of this number: ${error}`
      return { calls: more.map(({ call }) => call), problem }
    })
  })
}

const caller = { side: 'caller' } as const

/** What a client does after it was refused. */
export const retryRules: readonly Rule[] = [
  {
    ...caller,
    id: 'retried-final-error',
    title: 'A call that was refused for good comes again unchanged',
    explains:
      'Only limits, downtime and what Meta still works on pass by themselves. All else is refused each time. Of codes 1 and 2 Meta says to wait and retry, so what comes with them may be tried once more.',
    mend: 'Retry the errors of docs/errors.md that pass; hand the others to somebody who mends the call.',
    severity: 'error',
    basis: 'documented',
    assumes:
      'That errors of code 1 or 2 which tell what is wrong, as 1504041 and 1504042 do, stay: for the codes alone the page names no last retry. Within a minute, as a later try may be of another person.',
    sources: ['graph-errors: 1, 2', 'error-codes-2026: 1, 2', 'insights-errors: 1504041, 1504042'],
    judge: (history) => hitsOf(finalAgain(history)),
  },
  {
    ...caller,
    id: 'retried-without-wait',
    title: 'A call comes again at once after downtime or a lost answer',
    explains: 'Meta says: wait and retry the operation. Retries without a pause keep down what is down.',
    mend: 'Wait a second, then 4, then 16, with some chance in it, and give up in the end.',
    severity: 'warning',
    timed: true,
    basis: 'assumed',
    assumes: 'Meta does not say how long to wait; less than a quarter of a second is taken for no wait.',
    sources: ['graph-errors: 1, 2', 'error-codes-2026: 2, 131016'],
    judge: (history) => hitsOf(hurried(history)),
  },
  {
    ...caller,
    id: 'sent-on-while-blocked',
    title: 'Messages go on although the number or its account cannot send',
    explains:
      'The account is locked, the number not registered, or its limit used up: nothing goes out until that is mended.',
    mend: 'Stop the queue of the number, tell somebody, and read health_status before it goes on.',
    severity: 'error',
    basis: 'documented',
    sources: ['error-codes-2026: 131031, 133010, 131048', 'policy-enforcement', 'health-status'],
    judge: (history) => hitsOf(blockedOn(history)),
  },
]
