import type { JsonSchema } from '../contracts/schema.ts'
import { problemsWith } from '../contracts/validate.ts'
import { checkField, checkNames } from './check-catalogue.ts'
import { checkFault } from './check-fault.ts'
import { checkMarks } from './check-marks.ts'
import { type Step, type Webhook, webhook } from './format.ts'
import type { Path } from './position.ts'
import { refuseProblems } from './refuse-problem.ts'
import type { Refuse, Source } from './source.ts'

/** A step, and where it stands. */
export interface PlacedStep extends Omit<Step, 'webhook'> {
  readonly webhooks: readonly Webhook[]
  /** As the file has it. */
  readonly said: Step
  readonly refuse: Refuse
  /** Where it stands. */
  readonly file: string
  readonly line: number
}

/** What a step can do. */
export const VERBS = ['call', 'happens', 'wait', 'webhook', 'fault'] as const
/** What goes with one verb only. */
export const COMPANIONS: Readonly<Record<string, (typeof VERBS)[number]>> = {
  as: 'call',
  version: 'call',
  proof: 'call',
  query: 'call',
  body: 'call',
  form: 'call',
  files: 'call',
  raw: 'call',
  times: 'call',
  headers: 'call',
  with: 'happens',
}
/** Ways to send a body; form and files go together. */
const BODIES = ['body', 'form', 'files', 'raw'] as const
const OF_CALLS = ['status', 'error', 'reply', 'headers', 'answer'] as const
/** What an answer tells of which the body did not come, or nothing at all. */
const OF_ANSWERS = { none: [], cut: ['status', 'headers'] } as const
const OF_HAPPENINGS = ['result', 'refused'] as const

/** A step of a file, checked. @throws BrokenScenario */
export function placed(source: Source, one: Step, at: number): PlacedStep {
  const refuse = (path: Path, reason: string, key?: string): never => source.refuse(['steps', at, ...path], reason, key)
  const verbs = VERBS.filter((verb) => one[verb] !== undefined)
  if (verbs.length === 0) refuse([], `a step needs a verb; those are ${VERBS.join(', ')}`)
  if (one.call && one.happens) refuse([], 'call and happens are two steps', 'happens')
  for (const [key, verb] of Object.entries(COMPANIONS)) {
    if (one[key as keyof Step] !== undefined && one[verb] === undefined) refuse([], `${key} goes with ${verb}`, key)
  }
  checkCall(one, refuse)
  checkBody(one, refuse)
  checkExpected(one, refuse)
  checkNames(one, refuse)
  if (one.fault) checkFault(one.fault, refuse)
  const webhooks = webhooksOf(source, one, at)
  checkMarks({ expect: one.expect, webhook: one.webhook }, [], refuse)
  return { ...one, webhooks, said: one, refuse, file: source.file, line: source.lineOf(['steps', at]) }
}

function checkCall({ call = '' }: Step, refuse: Refuse): void {
  if (/^(POST|DELETE) \/_mmgraph\//.test(call)) {
    refuse(['call'], 'of the control API only GET is a call; happens, wait and fault are what changes a world')
  }
  const [, version, rest] = /^\w+ \/(v\d+\.\d+)(\/.*)?$/.exec(call) ?? []
  if (version) refuse(['call'], `the version goes into version: call ${rest ?? '/'} with version: ${version}`)
}

function checkBody(one: Step, refuse: Refuse): void {
  const [body, ...more] = BODIES.filter((key) => one[key] !== undefined)
  const other = more.find((key) => !(body === 'form' && key === 'files'))
  if (other) refuse([], `${body} and ${other} are two ways to send one body`, other)
  if (body && one.call?.startsWith('GET')) refuse([], `a GET has no ${body}; its parameters go into query`, body)
}

function checkExpected({ expect, call, happens }: Step, refuse: Refuse): void {
  if (!expect) return
  if (!call && !happens) refuse([], 'expect goes with call or happens', 'expect')
  const stray = (call ? OF_HAPPENINGS : OF_CALLS).find((key) => expect[key] !== undefined)
  if (stray) refuse(['expect'], `${stray} is not for a ${call ? 'call' : 'happening'}`, stray)
  checkAnswer(expect, refuse)
}

function checkAnswer(expect: NonNullable<Step['expect']>, refuse: Refuse): void {
  const { answer, ...others } = expect
  const known: readonly string[] = answer ? OF_ANSWERS[answer] : OF_CALLS
  const untold = Object.keys(others).find((key) => !known.includes(key))
  if (answer && untold) refuse(['expect'], `${untold} cannot be known where the answer is ${answer}`, untold)
}

function webhooksOf(source: Source, one: Step, at: number): Webhook[] {
  const wanted = one.webhook as unknown
  if (wanted === undefined) return []
  const list = Array.isArray(wanted) ? wanted : [wanted]
  for (const [place, each] of list.entries()) {
    const path = ['steps', at, 'webhook', ...(Array.isArray(wanted) ? [place] : [])]
    refuseProblems(source, problemsWith(webhook as JsonSchema, each), path)
    checkField((each as Webhook).field, [...path, 'field'], source.refuse)
  }
  return list as Webhook[]
}
