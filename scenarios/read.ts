import type { JsonSchema } from '../contracts/schema.ts'
import { problemsWith } from '../contracts/validate.ts'
import { checkHears, checkRuling } from './check-catalogue.ts'
import { type PlacedStep, placed } from './check-step.ts'
import { checkWaits } from './check-waits.ts'
import { type ScenarioFile, scenario } from './format.ts'
import { refuseProblems } from './refuse-problem.ts'
import { BrokenScenario, type Refuse, readSource, type Source, START } from './source.ts'

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
