import type { History, HistoryCall } from '../history.ts'
import { callLimits, isFinal, isOneOf, passing, senderBlocks, unreadBodies } from '../judging/error-kinds.ts'
import { refusedWith } from '../judging/groups.ts'
import { groupBy, keyOf, stretches } from '../judging/keys.ts'
import { hitsOf, type Offence } from '../judging/place.ts'
import { type Send, sendsByPair, sendsByPhone } from '../judging/sends.ts'
import { fieldsOf, minutes, seconds, spell } from '../judging/values.ts'
import type { Rule } from '../rule.ts'

const isCallLimit = isOneOf(callLimits)
const isPassing = isOneOf(passing)
const isBlock = isOneOf(senderBlocks)
const isPairLimit = isOneOf(['pair_rate_reached'])
const isThroughputLimit = isOneOf(['throughput_reached'])

const isUnread = isOneOf(unreadBodies)

/** A second try that comes later may be another person's. */
const SOON = minutes(1)

/** Of codes 1 and 2 Meta says: wait and retry the operation; if it occurs again, look what is asked. @see sources graph-errors */
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

/** Where Graph does not say how long. */
const USUAL_WAIT = minutes(1)
/** Some calls are under way already when the first is refused. */
const UNDER_WAY = 1

function onWhileLimited(history: History): Offence[] {
  if (refusedWith(history, isCallLimit).length === 0) return []
  const same = groupBy(history.calls, ({ operation, token }) => operation && `${operation} ${token ?? ''}`)
  // Of a row of refusals the first one counts: each further one is what it warns of.
  return [...same.values()].flatMap((group) =>
    group.flatMap(({ error }, at) => {
      return isCallLimit(error) && !isCallLimit(group[at - 1]?.error) ? earlyAfter(group, at) : []
    }),
  )
}

/** The calls that come sooner after the refusal at a place than Graph had said. */
function earlyAfter(group: readonly HistoryCall[], at: number): Offence[] {
  const refused = group[at] as HistoryCall
  const { regain } = refused
  const wait = regain === undefined ? USUAL_WAIT : minutes(regain)
  const early = callsWithin(group, at, wait).slice(UNDER_WAY)
  if (early.length === 0) return []
  const told = regain === undefined ? 'no time was told' : `${regain} min were told`
  const problem = `${early.length + UNDER_WAY} calls more came within ${spell(wait)} of ${refused.error}: ${told}`
  return [{ calls: [refused, ...early], problem }]
}

/** Those after the one at a place, as long as they come within a time of it. */
function callsWithin(group: readonly HistoryCall[], at: number, time: number): readonly HistoryCall[] {
  const from = group[at]?.at ?? 0
  const found: HistoryCall[] = []
  for (let next = at + 1; next < group.length; next += 1) {
    const call = group[next] as HistoryCall
    if (call.at - from >= time || call.part) break
    found.push(call)
  }
  return found
}

/** 1 s after the first refusal, 4 s after the second, then 16 s … @see sources about-the-platform */
function pairHurried(history: History): Offence[] {
  if (refusedWith(history, isPairLimit).length === 0) return []
  return [...sendsByPair(history).values()].flatMap((sends) => {
    let refusals = 0
    return sends.flatMap((send, at) => {
      const before = sends[at - 1]
      const isAgain = before !== undefined && isPairLimit(before.call.error)
      refusals = isAgain ? refusals + 1 : 0
      const wait = seconds(4 ** Math.min(refusals - 1, 6))
      const waited = send.call.at - (before?.call.at ?? 0)
      const problem = `it came ${spell(waited)} after refusal ${refusals} for this recipient: wait ${spell(wait)}`
      return isAgain && waited < wait ? [{ calls: [before.call, send.call], problem }] : []
    })
  })
}

/** The limit is one a second. */
const THROUGHPUT_WAIT = seconds(1)

function throughputHurried(history: History): Offence[] {
  if (refusedWith(history, isThroughputLimit).length === 0) return []
  return [...sendsByPhone(history).values()].flatMap((sends) => {
    const again = sends.filter((send, at) => isTooFast(send, sends[at - 1]))
    const problem = `${again.length} sends followed within ${spell(THROUGHPUT_WAIT)} of throughput_reached`
    return again.length > UNDER_WAY ? [{ calls: again.map(({ call }) => call), problem }] : []
  })
}

function isTooFast({ call }: Send, before: Send | undefined): boolean {
  return before !== undefined && isThroughputLimit(before.call.error) && call.at - before.call.at < THROUGHPUT_WAIT
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
    return [...refused].flatMap(([error, group]) => {
      const more = group.slice(QUEUED)
      const problem = `${group.length} sends came although nothing goes out of this number: ${error}`
      return more.length > 0 ? [{ calls: more.map(({ call }) => call), problem }] : []
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
      'Only limits, downtime and what Meta still works on pass by themselves. All else is refused each time. What comes with code 1 or 2 may be tried once more.',
    mend: 'Retry the errors of docs/errors.md that pass; hand the others to somebody who mends the call.',
    severity: 'error',
    basis: 'documented',
    sources: ['graph-errors', 'error-codes-2026'],
    judge: (history) => hitsOf(finalAgain(history)),
  },
  {
    ...caller,
    id: 'called-on-while-limited',
    title: 'Calls go on although a limit is reached',
    explains: 'Each further call counts, and makes the time longer until calls are taken again.',
    mend: 'Stop, and wait as long as estimated_time_to_regain_access says (in minutes).',
    severity: 'error',
    timed: true,
    basis: 'documented',
    sources: ['graph-rate-limits: Best practices', 'ads-rate-limits: estimated_time_to_regain_access'],
    assumes: 'Where no time is told, a minute: the limits are those of an hour.',
    judge: (history) => hitsOf(onWhileLimited(history)),
  },
  {
    ...caller,
    id: 'pair-rate-not-waited',
    title: 'A message follows too soon after the pair rate limit',
    explains: 'A burst borrows from the future: Meta asks to wait 4^X seconds, with X from 0 and one more each time.',
    mend: 'Wait 1 s, 4 s, 16 s, 64 s before the next message to this recipient; others may go meanwhile.',
    severity: 'error',
    timed: true,
    basis: 'documented',
    sources: ['about-the-platform: pair rate limits', 'error-codes-2026: 131056'],
    judge: (history) => hitsOf(pairHurried(history)),
  },
  {
    ...caller,
    id: 'throughput-not-waited',
    title: 'Messages go on although the throughput of the number is reached',
    explains: 'Messages that come faster than the number may send are refused until the rate is lower.',
    mend: 'Hold the queue of the number for a second, and let messages out at its rate.',
    severity: 'error',
    timed: true,
    basis: 'assumed',
    assumes: 'Meta says: try again later, or less often. The limit is per second, so a second is taken as later.',
    sources: ['throughput', 'error-codes-2026: 130429'],
    judge: (history) => hitsOf(throughputHurried(history)),
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
