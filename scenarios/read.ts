import { type ErrorName, errors } from '../contracts/errors.ts'
import { type RulingName, rulings } from '../contracts/rulings.ts'
import type { JsonSchema } from '../contracts/schema.ts'
import { type Problem, problemsWith } from '../contracts/validate.ts'
import { checkFault } from './check-fault.ts'
import { type ScenarioFile, type Step, scenario, step as stepSchema, type Webhook, webhook } from './format.ts'
import { instead } from './nearest.ts'
import { type Path, readSource, type Source } from './source.ts'

/** A step, and where it stands. */
export interface PlacedStep extends Omit<Step, 'webhook'> {
  readonly webhooks: readonly Webhook[]
  readonly refuse: (path: Path, reason: string) => never
}

/** A scenario, includes taken in. */
export interface Scenario {
  readonly file: string
  readonly title: string
  readonly covers: readonly string[]
  readonly world: string
  readonly change: Readonly<Record<string, unknown>>
  readonly rulings: Readonly<Record<string, string>>
  readonly hears: Readonly<Record<string, readonly string[]>>
  readonly variables: Readonly<Record<string, string | number | boolean>>
  readonly steps: readonly PlacedStep[]
}

/** Reads files by their path; a path within a file is meant from that file. */
export interface Files {
  readonly read: (path: string) => string
  readonly resolve: (from: string, path: string) => string
}

/** Reads a scenario with all that it includes. @throws BrokenScenario */
export function readScenario(path: string, files: Files): Scenario {
  return load(path, files, [])
}

function load(path: string, files: Files, within: readonly string[]): Scenario {
  const source = readSource(path, files.read(path))
  const file = checked(source)
  const included = [file.include ?? []].flat().map((wanted, at) => {
    const target = files.resolve(path, wanted)
    const loop = [...within, path].indexOf(target)
    if (loop >= 0)
      source.refuse(['include', at], `it includes itself: ${[...within, path].slice(loop).concat(target).join(' -> ')}`)
    return loadIncluded(target, files, [...within, path], () => source.refuse(['include', at], `there is no ${target}`))
  })
  const world = file.world ?? included.find((other) => other.world)?.world ?? ''
  if (!world && within.length === 0) source.refuse([], 'it has no world: name one that ships, like ready-to-send')
  const merged = <K extends 'change' | 'rulings' | 'hears' | 'variables'>(key: K): Scenario[K] =>
    Object.assign({}, ...included.map((other) => other[key]), file[key]) as Scenario[K]
  return {
    file: path,
    title: file.title,
    covers: file.covers ?? [],
    world,
    change: merged('change'),
    rulings: merged('rulings'),
    hears: merged('hears'),
    variables: merged('variables'),
    steps: [...included.flatMap(({ steps }) => steps), ...file.steps.map((one, at) => placed(source, one, at))],
  }
}

function loadIncluded(path: string, files: Files, within: readonly string[], missing: () => never): Scenario {
  let text: string
  try {
    text = files.read(path)
  } catch {
    return missing()
  }
  return load(path, { ...files, read: (wanted) => (wanted === path ? text : files.read(wanted)) }, within)
}

function checked(source: Source): ScenarioFile {
  const { value, refuse } = source
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    refuse([], 'a scenario is a list of keys, with title and steps')
  }
  const [problem] = problemsWith(scenario as JsonSchema, value)
  if (problem) refuseProblem(source, problem)
  const file = value as ScenarioFile
  for (const [name, side] of Object.entries(file.rulings ?? {})) checkRuling(source, name, side)
  return file
}

function refuseProblem({ refuse, value }: Source, { where, keyword, params, says }: Problem, within: Path = []): never {
  const path = [
    ...within,
    ...where
      .split('/')
      .slice(1)
      .map((part) => (/^\d+$/.test(part) ? Number(part) : part)),
  ]
  if (keyword === 'additionalProperties') {
    const key = String(params.additionalProperty)
    refuse(path, `'${key}' is no key here; ${instead(key, knownKeys(path))}`, key)
  }
  if (keyword === 'required') refuse(path, `the key ${params.missingProperty} is missing`)
  const found = path.reduce<unknown>((of, part) => (of as Record<string | number, unknown> | undefined)?.[part], value)
  return refuse(path, `${path.at(-1)} ${says}; found ${JSON.stringify(found)?.slice(0, 100)}`)
}

const { expect, fault, raw } = stepSchema.properties
/** What may stand in each part of a file. */
const PARTS: Readonly<Record<string, object>> = { expect, fault, raw, files: raw, webhook, steps: stepSchema }

function knownKeys(path: Path): string[] {
  const part = path.findLast((one) => Object.hasOwn(PARTS, one)) ?? ''
  return Object.keys(((PARTS[part] ?? scenario) as typeof scenario).properties)
}

function checkRuling({ refuse }: Source, name: string, side: string): void {
  const ruling = Object.hasOwn(rulings, name) ? rulings[name as RulingName] : undefined
  if (!ruling) refuse(['rulings'], `'${name}' is no ruling; ${instead(name, Object.keys(rulings))}`, name)
  const sides = Object.keys(ruling?.sides ?? {})
  if (!sides.includes(side)) refuse(['rulings', name], `'${side}' is no side of ${name}; ${instead(side, sides)}`)
}

const VERBS = ['call', 'happens', 'wait', 'webhook', 'fault'] as const
/** What goes with one verb only. */
const COMPANIONS: Readonly<Record<string, (typeof VERBS)[number]>> = {
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

function placed(source: Source, one: Step, at: number): PlacedStep {
  const refuse = (path: Path, reason: string, key?: string): never => source.refuse(['steps', at, ...path], reason, key)
  const verbs = VERBS.filter((verb) => one[verb] !== undefined)
  if (verbs.length === 0) refuse([], `a step needs a verb; those are ${VERBS.join(', ')}`)
  if (one.call && one.happens) refuse([], 'call and happens are two steps', 'happens')
  for (const [key, verb] of Object.entries(COMPANIONS)) {
    if (one[key as keyof Step] !== undefined && one[verb] === undefined) refuse([], `${key} goes with ${verb}`, key)
  }
  checkControl(one, refuse)
  checkBody(one, refuse)
  checkExpected(one, refuse)
  checkNames(one, refuse)
  return { ...one, webhooks: webhooksOf(source, one, at), refuse }
}

type Refuse = (path: Path, reason: string, key?: string) => never

function checkControl({ call }: Step, refuse: Refuse): void {
  if (!call || !/^(POST|DELETE) \/_mmgraph\//.test(call)) return
  refuse(['call'], 'of the control API only GET is a call; happens, wait and fault are what changes a world')
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
  if (expect.error && expect.status) refuse(['expect'], 'an error has its own status', 'status')
  checkAnswer(expect, refuse)
}

function checkAnswer(expect: NonNullable<Step['expect']>, refuse: Refuse): void {
  const { answer, ...others } = expect
  const known: readonly string[] = answer ? OF_ANSWERS[answer] : OF_CALLS
  const untold = Object.keys(others).find((key) => !known.includes(key))
  if (answer && untold) refuse(['expect'], `${untold} cannot be known where the answer is ${answer}`, untold)
}

function checkNames({ expect, fault }: Step, refuse: Refuse): void {
  if (expect?.error && !isError(expect.error)) {
    refuse(
      ['expect', 'error'],
      `'${expect.error}' is no error of the catalogue; ${instead(expect.error, Object.keys(errors))}`,
    )
  }
  if (fault) checkFault(fault, refuse)
}

export function isError(name: string): name is ErrorName {
  return Object.hasOwn(errors, name)
}

function webhooksOf(source: Source, one: Step, at: number): Webhook[] {
  const wanted = one.webhook as unknown
  if (wanted === undefined) return []
  const list = Array.isArray(wanted) ? wanted : [wanted]
  for (const [place, each] of list.entries()) {
    const path = ['steps', at, 'webhook', ...(Array.isArray(wanted) ? [place] : [])]
    const [problem] = problemsWith(webhook as JsonSchema, each)
    if (problem) refuseProblem(source, problem, path)
  }
  return list as Webhook[]
}
