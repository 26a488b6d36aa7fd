import type { History, HistoryCall } from '../history.ts'
import { groupBy, keyOf, stretches } from '../judging/keys.ts'
import { once } from '../judging/once.ts'
import { notFollowed } from '../judging/pages.ts'
import { contractOf, hitsOf, type Offence } from '../judging/place.ts'
import { sendsOf } from '../judging/sends.ts'
import { fieldsOf, hours, listOf, minutes, seconds, spell, textOf } from '../judging/values.ts'
import type { OperationContract } from '../operation.ts'
import type { Rule } from '../rule.ts'

/** Calls of one kind that came `most` times and more within a time of the first, in one row. */
function crowds(
  calls: readonly HistoryCall[],
  keyOf: (call: HistoryCall) => string | undefined,
  most: number,
  time: number,
): HistoryCall[][] {
  return [...groupBy(calls, keyOf).values()].flatMap((group) => {
    const rows: HistoryCall[][] = []
    for (const call of group) {
      const row = rows.at(-1)
      if (row?.[0] && call.at - row[0].at <= time) row.push(call)
      else rows.push([call])
    }
    return rows.filter((row) => row.length >= most)
  })
}

const toldOf =
  (words: string) =>
  (row: readonly HistoryCall[]): Offence => {
    const time = (row.at(-1)?.at ?? 0) - (row[0]?.at ?? 0)
    return { calls: row, problem: `${words} (${row.length} times in ${spell(time)})` }
  }

const ofFields = (call: HistoryCall): string => {
  const { fields } = fieldsOf(call.params)
  return textOf(fields) ?? listOf(fields).join(',')
}

/** What is read, where a rule of its own looks at it. */
type Kind = 'onboarding' | 'report' | 'rows of a report' | 'templates' | 'metrics' | 'token' | 'other'

function kindOf(call: HistoryCall): Kind {
  const contract = contractOf(call)
  const { on, edge } = contract ?? {}
  if (call.operation === 'debugToken') return 'token'
  if (on === 'AdReportRun') return edge === undefined ? 'report' : 'rows of a report'
  const fields = ofFields(call)
  if (/marketing_messages_(?:onboarding|lite_api)_status|owner_business_info/.test(fields)) return 'onboarding'
  if (/insights|analytics/i.test(`${edge} ${fields}`)) return 'metrics'
  return typeRead(contract) === 'WhatsAppBusinessHSM' ? 'templates' : 'other'
}

/** The type of the nodes that a read answers with. */
function typeRead(contract: OperationContract | undefined): string | undefined {
  return contract?.edge === undefined ? contract?.on : contract.lists
}

/** Reads that were answered, by their kind; parts of a batch are left out. */
const readsByKind = once(({ calls }) => {
  const reads = calls.filter(({ method, status, part }) => method === 'GET' && status === 200 && !part)
  return groupBy(reads, kindOf) as ReadonlyMap<Kind, readonly HistoryCall[]>
})

const readsOf = (history: History, kind: Kind): readonly HistoryCall[] => readsByKind(history).get(kind) ?? []

function readAgain(history: History): Offence[] {
  const stretch = stretches(history)
  const keyIn = (call: HistoryCall): string | undefined => {
    const key = keyOf(call)
    return key && `${stretch.get(call.n)} ${key}`
  }
  const rows = crowds(readsOf(history, 'other'), keyIn, 3, seconds(10))
  return rows.map(toldOf('the same is read again, and nothing was changed or told between'))
}

function reportHurried(history: History): Offence[] {
  return [...groupBy(readsOf(history, 'report'), ({ path }) => path).values()].flatMap((reads) => {
    const early = reads.filter((call, at) => call.at - (reads[at - 1]?.at ?? Number.NEGATIVE_INFINITY) < seconds(1))
    const problem = `a report run is read ${early.length} times within a second of the time before`
    return early.length > 1 ? [{ calls: early, problem }] : []
  })
}

/** So many messages in a row, each with a read of its own, are a habit. */
const HABIT = 3

function metricsPerMessage(history: History): Offence[] {
  const sends = new Set(sendsOf(history).map(({ call }) => call.n))
  const metrics = new Set(readsOf(history, 'metrics'))
  const pairs: HistoryCall[] = []
  let sent = 0
  for (const call of history.calls) {
    if (sends.has(call.n)) sent += 1
    else if (metrics.has(call)) {
      if (sent === 1) pairs.push(call)
      sent = 0
    }
  }
  const problem = `metrics are read after each message (${pairs.length} times)`
  return pairs.length >= HABIT ? [{ calls: pairs, problem }] : []
}

const caller = { side: 'caller' } as const

/** Reads that could be fewer, or are too few. */
export const readRules: readonly Rule[] = [
  {
    ...caller,
    id: 'page-not-followed',
    title: 'There is a next page, and it is not read',
    explains: 'A reply has 25 items where the call says nothing else: what comes after them is missing in silence.',
    mend: 'Follow paging.next until there is none. Who wants the newest alone says so with a limit below 25.',
    severity: 'warning',
    basis: 'documented',
    assumes: 'That a limit below the usual 25 is a look at the newest, and one from 25 on the size of a page, is ours.',
    sources: ['graph-paging'],
    judge: (history) => hitsOf(notFollowed(history)),
  },
  {
    ...caller,
    id: 'read-again',
    title: 'The same is read three times within ten seconds',
    explains: 'Nothing was changed and no webhook came between: each read says the same, and counts towards the limit.',
    mend: 'Keep what was read for a while.',
    severity: 'note',
    timed: true,
    basis: 'assumed',
    assumes: 'Meta says to avoid calls that ask for overlapping data; three in ten seconds are our measure.',
    sources: ['graph-rate-limits: Best practices'],
    judge: (history) => hitsOf(readAgain(history)),
  },
  {
    ...caller,
    id: 'onboarding-polled',
    title: 'The onboarding of a business is asked for again and again',
    explains: 'An account_update tells of each account when its onboarding is complete; people take days to accept.',
    mend: 'Subscribe to account_update, wait for MM_LITE_TERMS_SIGNED, and read the status once then.',
    severity: 'warning',
    timed: true,
    basis: 'assumed',
    assumes: 'The guide says to wait for the webhook; that four reads within an hour are no waiting is ours.',
    sources: ['guide: Wait for the onboarding confirmation webhook', 'account-update'],
    judge: (history) =>
      hitsOf(crowds(readsOf(history, 'onboarding'), keyOf, 4, hours(1)).map(toldOf('the onboarding status is polled'))),
  },
  {
    ...caller,
    id: 'template-status-polled',
    title: 'The status of templates is asked for again and again',
    explains: 'message_template_status_update tells of each review and each pause.',
    mend: 'Subscribe to message_template_status_update, and read templates when it says so.',
    severity: 'note',
    timed: true,
    basis: 'assumed',
    assumes: 'That four reads of the same within ten minutes are polling is ours.',
    sources: ['template-status-webhook', 'template-review'],
    judge: (history) =>
      hitsOf(crowds(readsOf(history, 'templates'), keyOf, 4, minutes(10)).map(toldOf('templates are polled'))),
  },
  {
    ...caller,
    id: 'report-polled-too-fast',
    title: 'A report run is asked about more than once a second',
    explains: 'A run takes up to an hour, and each look at it counts towards the limit of Insights.',
    mend: 'Wait a few seconds between two looks, and longer the longer it takes.',
    severity: 'warning',
    timed: true,
    basis: 'assumed',
    assumes: 'Meta says to pace calls with wait time, and not how long: a second is ours.',
    sources: ['insights-limits: Rate Limits Best Practices', 'insights-async'],
    judge: (history) => hitsOf(reportHurried(history)),
  },
  {
    ...caller,
    id: 'metrics-per-message',
    title: 'Metrics are read after each single message',
    explains: 'Metrics are those of templates and days, and come late: they say nothing about the message just sent.',
    mend: 'Follow messages by their status webhooks, and read metrics at most every 15 minutes.',
    severity: 'warning',
    basis: 'documented',
    sources: ['insights-limits: Best Practices, Data Per Call Limits', 'view-metrics', 'status-webhook'],
    judge: (history) => hitsOf(metricsPerMessage(history)),
  },
  {
    ...caller,
    id: 'metrics-read-too-often',
    title: 'The same metrics are read three times within 15 minutes',
    explains: 'Insights are refreshed every 15 minutes.',
    mend: 'Read them at most that often, and keep what was read.',
    severity: 'note',
    timed: true,
    basis: 'documented',
    sources: ['insights-limits: Best Practices, Data Per Call Limits'],
    judge: (history) =>
      hitsOf(crowds(readsOf(history, 'metrics'), keyOf, 3, minutes(15)).map(toldOf('the same metrics are read'))),
  },
]
