import type { JsonSchema } from '../contracts/schema.ts'
import { problemsWith } from '../contracts/validate.ts'
import { checkHears, checkRuling } from './check-catalogue.ts'
import { checkHeard } from './check-heard.ts'
import { type PlacedStep, placed } from './check-step.ts'
import { checkWaits } from './check-waits.ts'
import { type ScenarioFile, scenario } from './format.ts'
import { collect, type Mistakes, throwMistakes } from './mistakes.ts'
import { refuseProblems } from './refuse-problem.ts'
import { brokenAt, type Refuse, readSource, type Source, START } from './source.ts'

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
  /** Where its world is named, what is otherwise in it, and each app that hears. */
  readonly places: {
    readonly world: Refuse
    readonly change: Refuse
    readonly hears: Readonly<Record<string, Refuse>>
  }
}

/** Reads files by their path; a path within a file is meant from that file. */
export interface Files {
  readonly read: (path: string) => string
  readonly resolve: (from: string, path: string) => string
}

/** Reads a scenario with all that it includes. @throws BrokenScenario with all mistakes that were found */
export function readScenario(path: string, files: Files): Scenario {
  const scenario = load(path, files, [])
  checkWaits(scenario.steps)
  checkHeard(scenario)
  return scenario
}

function load(path: string, files: Files, within: readonly string[]): Scenario {
  const source = readSource(path, readText(path, files))
  const mistakes: Mistakes = []
  const file = checked(source, mistakes)
  const included = [file.include ?? []]
    .flat()
    .flatMap((wanted, at) => collect(mistakes, () => includedBy(source, file, wanted, at, files, within)) ?? [])
  const steps = file.steps.flatMap((one, at) => collect(mistakes, () => placed(source, one, at)) ?? [])
  throwMistakes(mistakes)
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
    steps: [...included.flatMap((other) => other.steps), ...steps],
  }
}

/** What a file includes at one place of its list. */
function includedBy(
  source: Source,
  { include }: ScenarioFile,
  wanted: string,
  at: number,
  files: Files,
  within: readonly string[],
): Scenario {
  const refuse = (reason: string): never =>
    source.refuse(Array.isArray(include) ? ['include', at] : ['include'], reason)
  const target = files.resolve(source.file, wanted)
  const above = [...within, source.file]
  const loop = above.indexOf(target)
  if (loop >= 0) refuse(`it includes itself: ${above.slice(loop).concat(target).join(' -> ')}`)
  return loadIncluded(target, files, above, () => refuse(`there is no ${target}`))
}

/** The world of a file, or of the first that it includes that has one, and where it and the apps that hear are named. */
function worldOf(
  source: Source,
  { world: wanted, change, hears = {} }: ScenarioFile,
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
    change: change === undefined ? (included.at(-1)?.places.change ?? source.refuse) : source.refuse,
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
    throw brokenAt(path, START, `it cannot be read: ${(error as Error).message}`)
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

/** What a file says, as far as it can be gone on with. @throws BrokenScenario where it cannot */
function checked(source: Source, mistakes: Mistakes): ScenarioFile {
  const { value, refuse } = source
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    refuse([], `a scenario is a map with title, world and steps; ${insteadOfMap(value)}`)
  }
  refuseProblems(source, problemsWith(scenario as JsonSchema, value))
  const file = value as ScenarioFile
  for (const [name, side] of Object.entries(file.rulings ?? {})) {
    collect(mistakes, () => checkRuling(refuse, name, side))
  }
  collect(mistakes, () => checkHears(file.hears ?? {}, refuse))
  return file
}

function insteadOfMap(value: unknown): string {
  if (value === null || value === undefined) return 'this file has none of it'
  return Array.isArray(value) ? 'this is a list' : `this is ${JSON.stringify(value).slice(0, 40)}`
}
