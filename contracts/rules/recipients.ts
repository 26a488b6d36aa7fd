import type { History } from '../history.ts'
import { groupBy } from '../judging/keys.ts'
import { preferencesOf, type Status, statusesOf, writersOf } from '../judging/news.ts'
import { hitsOf, type Offence } from '../judging/place.ts'
import { isMarketing, type Send, sendsById, sendsOf } from '../judging/sends.ts'
import { days, hours, spell } from '../judging/values.ts'
import type { Rule } from '../rule.ts'

/** A message that failed, and by which call the client knew. */
interface Told {
  readonly calls: number
  /** When the message that failed was sent. */
  readonly at: number
  /** Which template failed. */
  readonly template: string | undefined
}

const pairOf = (phone: string, recipient: string): string => `${phone} ${recipient}`

function sentAfterStop(history: History): Offence[] {
  const told = groupBy(preferencesOf(history), ({ phone, recipient }) => pairOf(phone, recipient))
  if (told.size === 0) return []
  return sendsOf(history)
    .filter(isMarketing)
    .flatMap(({ call, phone, recipient }) => {
      const latest = told.get(pairOf(phone, recipient))?.findLast(({ calls }) => calls < call.n)
      const problem = 'a webhook had told that this recipient stopped marketing messages'
      return latest?.value === 'stop' ? [{ calls: [call], problem }] : []
    })
}

/** The messages that failed with a code, by number and recipient, with when the client heard. */
function failedWith(history: History, code: number): ReadonlyMap<string, readonly Told[]> {
  const failed = statusesOf(history).filter((status) => status.status === 'failed' && status.code === code)
  const sent = failed.length > 0 ? sendsById(history) : new Map<string, Send>()
  const found = failed.flatMap(({ id, calls }: Status) => {
    const send = sent.get(id)
    return send ? [{ key: pairOf(send.phone, send.recipient), calls, at: send.call.at, template: send.template }] : []
  })
  return groupBy(found, ({ key }) => key)
}

interface Failure {
  readonly code: number
  /** How long nothing should be sent; absent: for good. */
  readonly wait?: number
  readonly words: string
}

/** Sends that come although one to the same recipient had failed, and the webhook said so. */
function sentAfterFailure(history: History, { code, wait, words }: Failure, marketingOnly: boolean): Offence[] {
  const failed = failedWith(history, code)
  if (failed.size === 0) return []
  const resumed = groupBy(
    preferencesOf(history).filter(({ value }) => value === 'resume'),
    ({ phone, recipient }) => pairOf(phone, recipient),
  )
  return sendsOf(history).flatMap((send: Send) => {
    const key = pairOf(send.phone, send.recipient)
    const known = failed.get(key)?.findLast(({ calls }) => calls < send.call.n)
    if (!known || (marketingOnly && !isMarketing(send) && !isSame(send, known))) return []
    const waited = send.call.at - known.at
    if (wait !== undefined && waited >= wait) return []
    if (resumed.get(key)?.some(({ calls }) => calls >= known.calls && calls < send.call.n)) return []
    return [{ calls: [send.call], problem: `${words} ${spell(waited)} before` }]
  })
}

/** A template of which the category is not known is marketing where it failed as such. */
function isSame({ template }: Send, known: Told): boolean {
  return template !== undefined && template === known.template
}

const caller = { side: 'caller' } as const

/** To whom messages go. */
export const recipientRules: readonly Rule[] = [
  {
    ...caller,
    id: 'sent-after-stop',
    title: 'A marketing message goes to somebody who has stopped them',
    explains:
      'The customer said so in WhatsApp, and the webhook user_preferences told it. The message fails with 131050.',
    mend: 'Keep the stop with the recipient, and send no marketing until user_preferences says resume.',
    severity: 'error',
    basis: 'documented',
    sources: ['user-preferences-webhook', 'error-codes-2026: 131050'],
    judge: (history) => hitsOf(sentAfterStop(history)),
  },
  {
    ...caller,
    id: 'resent-after-opt-out',
    title: 'A template goes to a recipient to whom one failed with 131050',
    explains:
      '131050: the recipient does not want marketing messages. Meta says not to retry: they will not be received.',
    mend: 'Take 131050 for a stop, and subscribe to user_preferences to hear of a resume.',
    severity: 'error',
    basis: 'documented',
    sources: ['error-codes-2026: 131050'],
    judge: (history) =>
      hitsOf(sentAfterFailure(history, { code: 131050, words: 'one to this recipient had failed with 131050' }, true)),
  },
  {
    ...caller,
    id: 'resent-while-held-back',
    title: 'A template goes again within a day to a recipient to whom one failed with 131049',
    explains:
      '131049: Meta holds back marketing to this person. A resend fails, too, and may block the person for longer.',
    mend: 'Wait at least 24 hours, then longer each time.',
    severity: 'error',
    basis: 'documented',
    sources: ['error-codes-2026: 131049', 'per-user-limits'],
    judge: (history) =>
      hitsOf(
        sentAfterFailure(
          history,
          { code: 131049, wait: days(1), words: 'one to this recipient had failed with 131049' },
          true,
        ),
      ),
  },
  {
    ...caller,
    id: 'resent-to-unreachable',
    title: 'A message goes again within the hour to a number that cannot be reached',
    explains:
      '131026: the number has no WhatsApp, an old one, or has not accepted its terms. Another try changes nothing.',
    mend: 'Mark the number, and reach the person by another way.',
    severity: 'warning',
    basis: 'assumed',
    assumes: 'Meta says what the person must do first; that nobody does it within an hour is ours.',
    sources: ['error-codes-2026: 131026'],
    judge: (history) =>
      hitsOf(
        sentAfterFailure(
          history,
          { code: 131026, wait: hours(1), words: 'one to this recipient had failed with 131026' },
          false,
        ),
      ),
  },
  {
    ...caller,
    id: 'resent-to-blocked',
    title: 'A message goes to a recipient whom the business has blocked',
    explains: '130403: do not retry, Meta says. The business itself has blocked this user.',
    mend: 'Unblock the user first, or send nothing.',
    severity: 'error',
    basis: 'documented',
    sources: ['error-codes-2026: 130403'],
    judge: (history) =>
      hitsOf(sentAfterFailure(history, { code: 130403, words: 'one to this recipient had failed with 130403' }, false)),
  },
  {
    ...caller,
    id: 'sent-after-window',
    title: 'A free-form message goes to somebody whose window is closed',
    explains:
      '131047: more than 24 hours have passed since the customer wrote. A webhook had told that for this recipient.',
    mend: 'Send a template, or wait until the customer writes.',
    severity: 'error',
    basis: 'documented',
    sources: ['error-codes-2026: 131047'],
    judge: (history) => hitsOf(freeFormAgain(history)),
  },
]

/** Free-form messages to somebody for whom one had failed with 131047, and who has not written since. */
function freeFormAgain(history: History): Offence[] {
  const failed = failedWith(history, 131047)
  if (failed.size === 0) return []
  return sendsOf(history)
    .filter(({ template, way }) => way === 'cloud' && template === undefined)
    .flatMap(({ call, phone, recipient }) => {
      const known = failed.get(pairOf(phone, recipient))?.findLast(({ calls }) => calls < call.n)
      const problem = 'one to this recipient had failed with 131047, and it is free-form again'
      return known && !wroteBetween(history, recipient, known.calls, call.n) ? [{ calls: [call], problem }] : []
    })
}

function wroteBetween(history: History, recipient: string, from: number, to: number): boolean {
  return writersOf(history).some(({ calls, who }) => who === recipient && calls >= from && calls < to)
}
