import { isDeepStrictEqual } from 'node:util'
import type { Step, Webhook } from '../format.ts'
import type { Posted } from '../stage.ts'
import { remembered } from '../words.ts'
import { callStep, type Saying } from './call-step.ts'
import type { Callbacks } from './callbacks.ts'
import { answerOf, type Given, type Giver } from './givers.ts'
import { nounFor } from './lexicon.ts'
import { type Request, requestOf } from './request.ts'
import { sayAct, sayWait } from './say.ts'
import type { SecretRules } from './secrets.ts'
import type { Act, Meanwhile } from './session.ts'
import { type Telling, tellingOf } from './tellings.ts'
import { durationOf } from './waits.ts'

export interface Writing extends Saying {
  readonly rules: SecretRules
  readonly callbacks: Callbacks
  /** Fields that calls have asked for by now: a report run is asked for some, and answers later. */
  readonly asked: Set<string>
}

/** What was done, and what came of it. */
export function actStep(act: Act, { answer }: Given, writing: Writing): Step | undefined {
  if (act.kind === 'fault') return faultStep(act, writing)
  if (act.kind === 'happens') return happensStep(act, answer, writing)
  const request = requestOf(act.call)
  writing.callbacks.fix(request, act.handshake, writing.phrases)
  const step = callStep(request, writing)
  const expect = expectedOf(act, request, answer, writing)
  const { call = '', ...more } = step
  const say = sayAct(act, call.replace(/^\w+ /, ''))
  return { say, call, ...more, ...(Object.keys(expect).length > 0 && { expect }) }
}

function faultStep(act: Extract<Act, { kind: 'fault' }>, { phrases }: Writing): Step | undefined {
  const { times, params, ...fault } = act.fault
  if (times === 0) return undefined
  const isPlain = typeof params !== 'object' || params === null || Object.keys(params).length === 0
  const whole = { ...fault, ...(!isPlain && { params }), ...(times !== 1 && { times }) }
  return { say: sayAct(act, ''), fault: phrases.value(whole) as NonNullable<Step['fault']> }
}

function happensStep(act: Extract<Act, { kind: 'happens' }>, givers: readonly Giver[], writing: Writing): Step {
  const { name, with: given, result, refused } = act
  const params = Object.keys(given).length > 0 && { with: writing.phrases.value(given) as Record<string, unknown> }
  const happens = { say: sayAct(act, ''), happens: name, ...params }
  if (refused !== undefined) return { ...happens, expect: { refused: refusalOf(refused, writing) } }
  const parts = told(result, givers, { edge: name, asked: NONE, ids: false }, writing)
  return { ...happens, ...(parts !== undefined && { expect: { result: parts } }) }
}

/** The longest part of a reason that is the same in every world. */
function refusalOf(reason: string, { phrases, opening }: Writing): string {
  const parts = reason.split(opening.id).map((part) => phrases.text(part.trim()))
  return parts.reduce((longest, part) => (part.length > longest.length ? part : longest))
}

function expectedOf(
  act: Extract<Act, { kind: 'call' }>,
  { path, query }: Request,
  givers: readonly Giver[],
  writing: Writing,
): NonNullable<Step['expect']> {
  const { status, error, way } = act.answer
  if (way === 'none') return { answer: 'none' }
  if (way === 'cut') return { answer: 'cut', ...(status !== 200 && { status }) }
  if (error && status >= 400) return { error }
  const edge = path.split('/').filter(Boolean).slice(1).join('_') || 'id'
  const fields = query.filter(([name]) => name === 'fields').flatMap(([, value]) => value.split(/[^A-Za-z0-9_]+/))
  for (const field of fields) writing.asked.add(field)
  const reply = told(answerOf(act), givers, { edge, asked: writing.asked, ids: false }, writing)
  return { ...(status !== 200 && { status }), ...(reply !== undefined && { reply }) }
}

/** What an answer tells. What is used later is remembered, and has its name from then on. */
function told(
  value: unknown,
  givers: readonly Giver[],
  { edge, ...asked }: Pick<Telling, 'asked' | 'ids'> & { readonly edge: string },
  { lexicon, phrases, rules }: Writing,
): unknown {
  const named = givers.map((giver) => ({ ...giver, name: lexicon.take(nounFor(giver.path, edge)) }))
  const marks = new Map(named.map(({ path, name }) => [JSON.stringify(path), name]))
  const parts = tellingOf(value, { marks, ...asked, phrases, rules })
  const kept = new Set(remembered(parts))
  for (const { name, value: given } of named) if (kept.has(name)) lexicon.give(name, given)
  return parts
}

const NONE: ReadonlySet<string> = new Set()

/** What came after a deed: to be waited for, or at once. */
export function afterSteps(
  step: Step | undefined,
  { wait, webhooks }: Meanwhile,
  given: Given,
  writing: Writing,
): Step[] {
  const all = together(webhooks.map((posted, at) => webhookOf(posted, given.webhooks[at] ?? [], writing)))
  const [only, ...more] = all
  const webhook = only && { webhook: more.length === 0 ? only : all }
  const own = step ? [step] : []
  if (wait > 0) return [...own, { say: sayWait(wait), wait: durationOf(wait), ...webhook }]
  if (!webhook) return own
  return step ? [{ ...step, ...webhook }] : [{ say: 'Webhooks come', ...webhook }]
}

function webhookOf({ field, value }: Posted, givers: readonly Giver[], writing: Writing): Webhook {
  const parts = told(value, givers, { edge: field, asked: NONE, ids: true }, writing)
  return { field, ...(parts !== undefined && { value: parts }) } as Webhook
}

/** Those that are said the same are one that comes so often. */
function together(webhooks: readonly Webhook[]): Webhook[] {
  const found: { webhook: Webhook; times: number }[] = []
  for (const webhook of webhooks) {
    const same = found.find((one) => isDeepStrictEqual(one.webhook, webhook))
    if (same && remembered(webhook).length === 0) same.times += 1
    else found.push({ webhook, times: 1 })
  }
  return found.map(({ webhook, times }) => (times === 1 ? webhook : { ...webhook, times }))
}

/** The most that one step may do. */
const MOST_TIMES = 1000

/** Calls that are made again and again, with the same outcome, are one step. */
export function timesTogether(steps: readonly Step[]): Step[] {
  const found: Step[] = []
  for (const step of steps) {
    const { times = 1, ...last } = found.at(-1) ?? {}
    const isSame = step.call !== undefined && step.webhook === undefined && isDeepStrictEqual(last, step)
    if (isSame && remembered(step.expect).length === 0 && times < MOST_TIMES) {
      found.splice(-1, 1, repeated(step, times + 1))
    } else found.push(step)
  }
  return found
}

/** How often stands behind what is called. */
function repeated({ say, call, ...step }: Step, times: number): Step {
  return { ...(say !== undefined && { say }), ...(call !== undefined && { call }), times, ...step }
}
