import type { JsonSchema } from '../contracts/schema.ts'
import { problemsWith } from '../contracts/validate.ts'
import { checkField, checkHears, checkNames, checkRuling } from './check-catalogue.ts'
import { checkFault } from './check-fault.ts'
import { checkWaits } from './check-waits.ts'
import { type ScenarioFile, type Step, scenario, type Webhook, webhook } from './format.ts'
import { refuseProblems } from './refuse-problem.ts'
import { BrokenScenario, type Path, type Refuse, readSource, type Source, START } from './source.ts'

/** A step, and where it stands. */
export interface PlacedStep extends Omit<Step, 'webhook'> {
  readonly webhooks: readonly Webhook[]
  /** As the file has it. */
  readonly said: Step
  readonly refuse: Refuse
}

/** A scenario, includes taken in. */
export interface Scenario {
  readonly file: string
  readonly title: string
  readonly covers: readonly string[]
  /** The name of one that ships, or a whole world. */
  readonly world: string | object
  readonly change: Readonly<Record<string, unknown>>
  readonly rulings: Readonly<Record<string, string>>
  readonly hears: Readonly<Record<string, readonly string[]>>
  readonly variables: Readonly<Record<string, string | number | boolean>>
  readonly steps: readonly PlacedStep[]
  /** Where its world is named, and where each app that hears. */
  readonly places: { readonly world: Refuse; readonly hears: Readonly<Record<string, Refuse>> }
}

/** Reads files by their path; a path within a file is meant from that file. */
export interface Files {
  readonly read: (path: string) => string
  readonly resolve: (from: string, path: string) => string
}

/** Reads a scenario with all that it includes. @throws BrokenScenario */
export function readScenario(path: string, files: Files): Scenario {
  const scenario = load(path, files, [])
  checkWaits(scenario.steps)
  return scenario
}

function load(path: string, files: Files, within: readonly string[]): Scenario {
  const source = readSource(path, readText(path, files))
  const file = checked(source)
  const included = [file.include ?? []].flat().map((wanted, at) => {
    const refuse = (reason: string): never =>
      source.refuse(Array.isArray(file.include) ? ['include', at] : ['include'], reason)
    const target = files.resolve(path, wanted)
    const loop = [...within, path].indexOf(target)
    if (loop >= 0) refuse(`it includes itself: ${[...within, path].slice(loop).concat(target).join(' -> ')}`)
    return loadIncluded(target, files, [...within, path], () => refuse(`there is no ${target}`))
  })
  const merged = <K extends 'change' | 'rulings' | 'hears' | 'variables'>(key: K): Scenario[K] =>
    Object.assign({}, ...included.map((other) => other[key]), file[key]) as Scenario[K]
  return {
    file: path,
    title: file.title,
    covers: file.covers ?? [],
    ...worldOf(source, file, included, files, within.length === 0),
    change: merged('change'),
    rulings: merged('rulings'),
    hears: merged('hears'),
    variables: merged('variables'),
    steps: [...included.flatMap(({ steps }) => steps), ...file.steps.map((one, at) => placed(source, one, at))],
  }
}

/** The world of a file, or of the first that it includes that has one, and where it and the apps that hear are named. */
function worldOf(
  source: Source,
  { world: wanted, hears = {} }: ScenarioFile,
  included: readonly Scenario[],
  files: Files,
  isTop: boolean,
): Pick<Scenario, 'world' | 'places'> {
  const inherited = included.find((other) => other.world)
  const world = wanted === undefined ? (inherited?.world ?? '') : worldIn(source, wanted, files)
  if (!world && isTop) source.refuse([], 'it has no world: name one that ships, like ready-to-send')
  const own = Object.keys(hears).map((app) => [app, source.refuse] as const)
  const places = {
    world: wanted === undefined ? (inherited?.places.world ?? source.refuse) : source.refuse,
    hears: { ...Object.assign({}, ...included.map((other) => other.places.hears)), ...Object.fromEntries(own) },
  }
  return { world, places }
}

/** A name of a world that ships, or what a world file has. */
function worldIn({ file, refuse }: Source, wanted: string, files: Files): string | object {
  if (!wanted.endsWith('.json')) return wanted
  const path = files.resolve(file, wanted)
  let text: string
  try {
    text = files.read(path)
  } catch (error) {
    return refuse(['world'], `${path} cannot be read: ${(error as Error).message}`)
  }
  const world = readSource(path, text)
  const isMap = typeof world.value === 'object' && world.value !== null && !Array.isArray(world.value)
  return isMap ? (world.value as object) : world.refuse([], 'a world is a map of keys and values')
}

function readText(path: string, files: Files): string {
  try {
    return files.read(path)
  } catch (error) {
    throw new BrokenScenario(path, START, `it cannot be read: ${(error as Error).message}`)
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
  refuseProblems(source, problemsWith(scenario as JsonSchema, value))
  const file = value as ScenarioFile
  for (const [name, side] of Object.entries(file.rulings ?? {})) checkRuling(refuse, name, side)
  checkHears(file.hears ?? {}, refuse)
  return file
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
  if (one.fault) checkFault(one.fault, refuse)
  return { ...one, webhooks: webhooksOf(source, one, at), said: one, refuse }
}

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
