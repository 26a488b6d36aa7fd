import type { History, HistoryCall, HistoryDelivery } from '../history.ts'
import { callsOf } from '../judging/groups.ts'
import { callsBetween, groupBy, keyOf } from '../judging/keys.ts'
import { isTaken } from '../judging/news.ts'
import { hitsOf, type Offence } from '../judging/place.ts'
import { fieldsOf, spell } from '../judging/values.ts'
import type { Hit, Rule } from '../rule.ts'

/** The tries of each event for each app. */
const eventsOf = ({ deliveries }: History): readonly (readonly HistoryDelivery[])[] => [
  ...groupBy(deliveries, ({ event, app }) => `${event} ${app}`).values(),
]

/** One hit a field. `words` get how many there were and the first of them. */
function hitsOfFields(
  tries: readonly HistoryDelivery[],
  words: (count: number, first: HistoryDelivery) => string,
): Hit[] {
  return [...groupBy(tries, ({ field }) => field)].map(([field, list]) => ({
    where: `webhook ${field}`,
    problem: words(list.length, list[0] as HistoryDelivery),
    contract: field,
    exchanges: [],
  }))
}

const answerOf = ({ status }: HistoryDelivery): string => (status === 0 ? 'no answer' : `HTTP ${status}`)

function untaken(history: History): HistoryDelivery[] {
  return eventsOf(history).flatMap((tries) => (tries.some(isTaken) ? [] : tries.slice(0, 1)))
}

function takenLate(history: History): HistoryDelivery[] {
  return eventsOf(history).flatMap((tries) =>
    isTaken(tries[0] as HistoryDelivery) || !tries.some(isTaken) ? [] : tries.slice(0, 1),
  )
}

/** Milliseconds. @see sources throughput: Webhooks */
const MEDIAN = 250
const LONG = 1000
/** The share that may take longer. */
const FEW = 0.01
/** A median of fewer says nothing. */
const ENOUGH = 5

function slow({ deliveries }: History): Hit[] {
  const timed = deliveries.filter(({ took, status }) => took !== undefined && status > 0)
  return [...groupBy(timed, ({ field }) => field)].flatMap(([field, list]) => {
    const problem = slownessOf(list.map(({ took = 0 }) => took).sort((a, b) => a - b))
    return problem ? [{ where: `webhook ${field}`, problem, contract: field, exchanges: [] }] : []
  })
}

/** @param times in milliseconds, shortest first */
function slownessOf(times: readonly number[]): string | undefined {
  const long = times.filter((time) => time > LONG).length
  if (long > 0 && long >= times.length * FEW) {
    return `${long} of ${times.length} webhooks took more than 1 s to answer, the longest ${spell(times.at(-1) ?? 0)}: less than 1 % may`
  }
  const median = times[Math.floor(times.length / 2)] ?? 0
  if (times.length < ENOUGH || median <= MEDIAN) return undefined
  return `half of ${times.length} webhooks took ${spell(median)} and more to answer: the median must not exceed ${MEDIAN} ms`
}

/** What a client did after the same webhook came once more: the same as after the first. */
function actedTwice(history: History): Offence[] {
  const same = groupBy(history.deliveries.filter(isTaken), ({ app, body }) => `${app} ${body}`)
  return [...same.values()].flatMap((copies) => {
    const [first, second] = copies
    if (!first || !second) return []
    // Both may have come before the client did anything: then what it does after them, it does for each.
    const until = second.calls > first.calls ? second.calls : first.calls + AT_ONCE
    const after = actsIn(history.calls, first.calls, until)
    const again = actsIn(history.calls, second.calls, second.calls + AT_ONCE)
    return again.flatMap((call) => {
      const before = after.find((earlier) => earlier.n < call.n && keyOf(earlier) === keyOf(call))
      const problem = `the webhook ${first.field} came twice, and the client did the same after each`
      return before ? [{ calls: [before, call], problem }] : []
    })
  })
}

/** So many calls after a webhook are taken for its answer. */
const AT_ONCE = 5

/** What was changed by the calls next after one, and not after another. */
function actsIn(calls: readonly HistoryCall[], from: number, to: number): readonly HistoryCall[] {
  const next = callsBetween(calls, from, Math.min(to, from + AT_ONCE))
  return next.filter((call) => call.method !== 'GET' && call.status === 200 && keyOf(call) !== undefined)
}

function overrideCleared(history: History): Offence[] {
  const subscribed = callsOf(history, 'subscribeToWabaWebhooks').filter(({ status }) => status === 200)
  return [...groupBy(subscribed, ({ path }) => path.replace(/^\/v[\d.]+/, '')).values()].flatMap((group) =>
    group.slice(1).flatMap((call, at) => {
      const before = group[at] as HistoryCall
      const problem = 'the account had a callback of its own, and subscribing without one took it away'
      const isLost = hasOverride(before) && !hasOverride(call)
      return isLost ? [{ calls: [before, call], problem }] : []
    }),
  )
}

const hasOverride = ({ params }: HistoryCall): boolean => Boolean(fieldsOf(params).override_callback_uri)

const receiver = { side: 'receiver', basis: 'documented' } as const

/** How webhooks are taken. */
export const webhookRules: readonly Rule[] = [
  {
    ...receiver,
    id: 'webhook-not-taken',
    title: 'A webhook was never taken',
    explains: 'It is tried again for up to 7 days, and is lost then: nobody can ask for it again.',
    mend: 'Answer 200 as soon as the webhook is stored, and work on it afterwards.',
    severity: 'error',
    sources: ['webhooks-overview', 'webhooks-endpoint', 'throughput: Webhooks'],
    judge: (history) =>
      hitsOfFields(
        untaken(history),
        (count, first) => `${count} were not taken; the first got ${answerOf(first)}: answer 200`,
      ),
  },
  {
    ...receiver,
    id: 'webhook-taken-late',
    title: 'A webhook was taken only when it came again',
    explains: 'Retries come later each time, and to all apps of the account: others get it twice.',
    mend: 'Answer 200 at once, also to events that are not understood.',
    severity: 'warning',
    sources: ['webhooks-overview', 'webhooks-endpoint'],
    judge: (history) =>
      hitsOfFields(
        takenLate(history),
        (count, first) => `${count} had to be posted again; the first got ${answerOf(first)}`,
      ),
  },
  {
    ...receiver,
    id: 'webhook-slow',
    title: 'The receiver takes long to answer',
    explains:
      'Meta posts many webhooks at once: the median must not exceed 250 ms, and less than 1 % may take over 1 s.',
    mend: 'Put the webhook in a queue, answer, and work on it afterwards.',
    severity: 'warning',
    timed: true,
    sources: ['throughput: Webhooks'],
    judge: slow,
  },
  {
    ...receiver,
    id: 'webhook-answered-otherwise',
    title: 'A webhook is answered with another 2xx than 200',
    explains: 'The page says that anything other than 200 is a failure, and that such webhooks come again.',
    mend: 'Answer 200.',
    severity: 'note',
    sources: ['webhooks-endpoint', 'webhooks-overview'],
    judge: ({ deliveries }) =>
      hitsOfFields(
        deliveries.filter((delivery) => isTaken(delivery) && delivery.status !== 200),
        (count, first) => `${count} were answered with ${answerOf(first)}`,
      ),
  },
  {
    ...receiver,
    id: 'webhook-acted-on-twice',
    title: 'The client does the same again when a webhook comes twice',
    explains: 'Retries go to all apps of an account, and a lost answer brings a webhook again: duplicates are normal.',
    mend: 'Keep the ids of messages and events that were worked on, and leave out those that are known.',
    severity: 'error',
    sources: ['webhooks-overview: retries and duplicates'],
    judge: (history) => hitsOf(actedTwice(history)),
  },
  {
    ...receiver,
    side: 'caller',
    id: 'override-cleared',
    title: 'Subscribing an account again takes away its own callback',
    explains:
      'POST subscribed_apps without override_callback_uri clears the one that was set: its webhooks go to the app.',
    mend: 'Subscribe once, and send override_callback_uri each time where an account has its own.',
    severity: 'warning',
    sources: ['webhooks-override', 'manage-webhooks'],
    judge: (history) => hitsOf(overrideCleared(history)),
  },
]
