import type { History, HistoryCall } from '../history.ts'
import { callsOf } from '../judging/groups.ts'
import { groupBy } from '../judging/keys.ts'
import { isLost } from '../judging/lost.ts'
import { newsOf, type Status, statusesOf } from '../judging/news.ts'
import { hitsOf, type Offence } from '../judging/place.ts'
import { contentOf, type Send, sendsByPair, sendsByPhone, sendsOf } from '../judging/sends.ts'
import { fieldsOf, minutes, seconds, spell } from '../judging/values.ts'
import type { Rule } from '../rule.ts'

/** Sends of the same to the same, in pairs of one and the next. Most recipients get one message: it is alike to none. */
function pairs(history: History, isWanted: (send: Send) => boolean): readonly (readonly [Send, Send])[] {
  return [...sendsByPair(history).values()]
    .filter((sends) => sends.length > 1)
    .flatMap((sends) => [...groupBy(sends.filter(isWanted), contentOf).values()])
    .flatMap((group) => group.slice(1).map((send, at) => [group[at] as Send, send] as const))
}

/** Graph took the message, and its answer did not arrive. */
const isLostSend = ({ call, id }: Send): boolean => id !== undefined && isLost(call)

function sentAfterLoss(history: History): Offence[] {
  if (!history.calls.some(isLost)) return []
  return pairs(history, () => true).flatMap(([before, send]) => {
    const waited = send.call.at - before.call.at
    const problem = `the first had been taken, and its answer was lost: the same came ${spell(waited)} later, and arrived twice`
    const isTwice = isLostSend(before) && send.id !== undefined && waited <= minutes(10)
    return isTwice ? [{ calls: [before.call, send.call], problem }] : []
  })
}

function sentTwice(history: History): Offence[] {
  const isTaken = ({ template, id }: Send): boolean => template !== undefined && id !== undefined
  return pairs(history, isTaken).flatMap(([before, send]) => {
    const waited = send.call.at - before.call.at
    const problem = `the same message to the same recipient ${spell(waited)} before: this customer got it twice`
    return waited <= seconds(5) && !isLostSend(before) ? [{ calls: [before.call, send.call], problem }] : []
  })
}

/** What a number sends at throughput STANDARD. */
const PER_SECOND = 80

function tooMany(history: History): Offence[] {
  return [...sendsByPhone(history).values()].map((sends) => {
    const over = sends.filter(({ call }, at) => {
      const earlier = sends[at - PER_SECOND]?.call.at
      return earlier !== undefined && call.at - earlier < seconds(1)
    })
    const problem = `more than ${PER_SECOND} messages within a second: that is the throughput of a number that was not upgraded`
    return { calls: over.map(({ call }) => call), problem }
  })
}

/** What each message was billed as, as webhooks told, with when the client knew. */
function billed(history: History): ReadonlyMap<string, Status> {
  return new Map(
    statusesOf(history)
      .filter(({ category }) => category)
      .map((status) => [status.id, status]),
  )
}

const isStatusRead = ({ method, params }: HistoryCall): boolean =>
  method === 'GET' && /onboarding_status|owner_business_info/.test(JSON.stringify(fieldsOf(params).fields ?? ''))

/** Some more may be in a queue. */
const QUEUED = 3

function fellBack(history: History): Offence[] {
  const bills = billed(history)
  return [...sendsByPhone(history).values()].flatMap((all) => {
    const sends = all.filter(({ way }) => way === 'mm')
    const told = sends.flatMap(({ id }) => bills.get(id ?? '') ?? []).find(({ category }) => category === 'marketing')
    if (!told) return []
    const noticed = history.calls.find((call) => call.n > told.calls && isStatusRead(call))?.n
    const on = sends.filter(({ call }) => call.n > told.calls && (noticed === undefined || call.n < noticed))
    const problem = `${on.length} messages more after a status had told category marketing, and no marketing_lite: they go by the Cloud API`
    return on.length > QUEUED ? [{ calls: on.map(({ call }) => call), problem }] : []
  })
}

function byCloud(history: History): Offence[] {
  const bills = billed(history)
  const categoryOf = ({ id }: Send): string | undefined => bills.get(id ?? '')?.category
  return [...sendsByPhone(history)].flatMap(([phone, sends]) => {
    const known = history.onboarded?.[phone]
    const isOnboarded = known !== undefined || sends.some((send) => categoryOf(send) === 'marketing_lite')
    const isMarketing = (send: Send): boolean =>
      categoryOf(send) === 'marketing' || (send.template !== undefined && known?.includes(send.template) === true)
    const cloud = sends.filter((send) => send.way === 'cloud' && send.id !== undefined && isMarketing(send))
    const problem = 'a marketing template went by the Cloud API, although the number sends by marketing messages, too'
    return isOnboarded ? cloud.map(({ call }) => ({ calls: [call], problem })) : []
  })
}

/** So many messages are no first try. */
const A_CAMPAIGN = 10

function unheard(history: History): Offence[] {
  const { deliveries, forgotten } = history
  const heard =
    deliveries.some(({ field }) => field === 'messages') || newsOf(history).some(({ field }) => field === 'messages')
  const taken = sendsOf(history).filter(({ id }) => id)
  if (heard || forgotten.deliveries > 0 || taken.length < A_CAMPAIGN) return []
  const problem = `${taken.length} messages were taken, and nobody hears what becomes of them`
  return [{ calls: taken.map(({ call }) => call), problem }]
}

const sha = ({ params }: HistoryCall): string | undefined => {
  const { sha256, name, size } = fieldsOf(fieldsOf(params).file)
  return typeof sha256 === 'string' ? sha256 : name === undefined ? undefined : `${String(name)} ${String(size)}`
}

function uploadedAgain(history: History): Offence[] {
  const uploads = callsOf(history, 'uploadImage').filter(({ status }) => status === 200)
  const same = groupBy(uploads, (call) => sha(call) && `${call.path} ${sha(call)}`)
  return [...same.values()].flatMap((group) => {
    const problem = `the same file was uploaded ${group.length} times: its id is good for 30 days`
    return group.length > 2 ? [{ calls: group, problem }] : []
  })
}

const caller = { side: 'caller' } as const

/** How messages are sent. */
export const messageRules: readonly Rule[] = [
  {
    ...caller,
    id: 'sent-again-after-lost-answer',
    title: 'A message whose answer was lost is sent again, and arrives twice',
    explains: 'Sends have no key that makes them one: a lost answer does not say that the message was not taken.',
    mend: 'Send biz_opaque_callback_data, and look whether a status webhook with it comes before the message is sent again.',
    severity: 'error',
    basis: 'assumed',
    assumes:
      'No page speaks of lost answers. That a message without a key goes twice follows from the reference, which has none.',
    sources: ['openapi: sendMarketingMessage', 'status-webhook: biz_opaque_callback_data'],
    judge: (history) => hitsOf(sentAfterLoss(history)),
  },
  {
    ...caller,
    id: 'sent-twice',
    title: 'The same template goes twice to the same recipient within five seconds',
    explains: 'The first was answered with 200. The customer gets both, and both are billed.',
    mend: 'Mark a message as sent when it is queued, in one place for all workers.',
    severity: 'warning',
    timed: true,
    basis: 'assumed',
    assumes: 'Nothing forbids it; that nobody wants it, and five seconds, are ours.',
    sources: ['per-user-limits', 'about-the-platform: pair rate limits'],
    judge: (history) => hitsOf(sentTwice(history)),
  },
  {
    ...caller,
    id: 'more-than-80-a-second',
    title: 'A number sends more than 80 messages within a second',
    explains: 'That is the throughput of a number unless Meta has raised it: the rest gets 130429.',
    mend: 'Queue messages by number. Numbers of throughput HIGH send 1,000 a second: then this is no fault.',
    severity: 'warning',
    timed: true,
    basis: 'documented',
    sources: ['throughput'],
    judge: (history) => hitsOf(tooMany(history)),
  },
  {
    ...caller,
    id: 'fallback-unnoticed',
    title: 'Messages to /marketing_messages go by the Cloud API, and nobody notices',
    explains:
      'Where an account is not onboarded a send falls back and answers 200 all the same. pricing.category tells.',
    mend: 'Read pricing.category of statuses (marketing_lite or marketing), or send product_policy: STRICT.',
    severity: 'warning',
    basis: 'documented',
    sources: ['send-marketing-messages: product_policy', 'status-webhook: pricing'],
    judge: (history) => hitsOf(fellBack(history)),
  },
  {
    ...caller,
    id: 'marketing-by-cloud-api',
    title: 'A marketing template goes to /messages, although the number is onboarded',
    explains: 'Through /marketing_messages the same payload is optimised and measured.',
    mend: 'Send templates of the category MARKETING to /marketing_messages.',
    severity: 'note',
    basis: 'documented',
    sources: ['guide: Send messages', 'send-marketing-messages'],
    judge: (history) => hitsOf(byCloud(history)),
  },
  {
    ...caller,
    id: 'statuses-unheard',
    title: 'Messages are sent, and no webhook is heard',
    explains: 'A 200 says that a message was taken. Whether it was delivered, or why not, only webhooks tell.',
    mend: 'Subscribe the app to messages, and each account to the app: POST /{waba}/subscribed_apps.',
    severity: 'note',
    basis: 'documented',
    sources: ['error-codes-2026: Receiving Errors', 'status-webhook', 'manage-webhooks'],
    judge: (history) => hitsOf(unheard(history)),
  },
  {
    ...caller,
    id: 'media-uploaded-again',
    title: 'The same file is uploaded for each message',
    explains: 'An uploaded file stays for 30 days, and one id serves any number of messages.',
    mend: 'Upload a file once, keep its id, and upload it anew after 30 days.',
    severity: 'warning',
    basis: 'documented',
    sources: ['media: Upload media', 'throughput: Media messages'],
    judge: (history) => hitsOf(uploadedAgain(history)),
  },
]
