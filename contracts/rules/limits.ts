import type { History, HistoryCall } from '../history.ts'
import { callLimits, isOneOf } from '../judging/error-kinds.ts'
import { refusedWith } from '../judging/groups.ts'
import { groupBy } from '../judging/keys.ts'
import { hitsOf, type Offence } from '../judging/place.ts'
import { type Send, sendsByPair, sendsByPhone } from '../judging/sends.ts'
import { minutes, seconds, spell } from '../judging/values.ts'
import type { Rule } from '../rule.ts'

const isCallLimit = isOneOf(callLimits)
const isPairLimit = isOneOf(['pair_rate_reached'])
const isThroughputLimit = isOneOf(['throughput_reached'])

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

const caller = { side: 'caller' } as const

/** What a client does when a limit is reached. */
export const limitRules: readonly Rule[] = [
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
]
