import { faultProperties } from '../contracts/faults.ts'
import { instead } from '../contracts/nearest.ts'
import type { Problem } from '../contracts/validate.ts'
import { namesOfCode } from './check-catalogue.ts'
import { scenario, step, webhook } from './format.ts'
import { collect, type Mistakes, throwMistakes } from './mistakes.ts'
import type { Path } from './position.ts'
import type { Source } from './source.ts'

/** Keys that may not stand where they do. */
const FIRST = ['additionalProperties', 'propertyNames']
/** A key that is misspelled is also one that is missing, and one that is no name does not fit its form. */
const OF_NAMES = ['required', 'pattern']

/** Ends the reading where parts of a file break the schema. Says what was found and what is allowed. */
export function refuseProblems(source: Source, problems: readonly Problem[], within: Path = []): void {
  const misspelled = new Set(problems.filter(({ keyword }) => FIRST.includes(keyword)).map(({ where }) => where))
  const told = problems.filter(({ keyword, where }) => !OF_NAMES.includes(keyword) || !misspelled.has(where))
  const mistakes: Mistakes = []
  for (const problem of told) collect(mistakes, () => refuseProblem(source, problem, within))
  throwMistakes(mistakes)
}

function refuseProblem({ refuse, value }: Source, problem: Problem, within: Path): never {
  const { where, keyword, params } = problem
  const path = [...within, ...pathOf(where)]
  if (keyword === 'additionalProperties') {
    const key = String(params.additionalProperty)
    return refuse(path, `'${key}' is no key here; ${instead(key, knownKeys(path))}`, key)
  }
  if (keyword === 'required') return refuse(path, `the key ${params.missingProperty} is missing`)
  if (keyword === 'propertyNames') {
    const key = String(params.propertyName)
    return refuse(path, `'${key}' is no name; a name has small letters, digits and _, and begins with a letter`, key)
  }
  const found = path.reduce<unknown>((of, part) => (of as Record<string | number, unknown> | undefined)?.[part], value)
  if (path.at(-1) === 'error' && typeof found === 'number') return refuse(path, namesOfCode(found))
  return refuse(path, `${nameOf(path)} ${allowed(problem, path)}; found ${shown(found)}`)
}

/** A JSON pointer as keys and places in lists. */
function pathOf(pointer: string): (string | number)[] {
  const parts = pointer.split('/').slice(1)
  return parts.map((part) => (/^\d+$/.test(part) ? Number(part) : part.replaceAll('~1', '/').replaceAll('~0', '~')))
}

/** The nearest key above: `steps[2]` is an item of steps. */
function nameOf(path: Path): string {
  const last = path.at(-1)
  return typeof last === 'number' ? `item ${last + 1} of ${nameOf(path.slice(0, -1))}` : (last ?? 'it')
}

/** What a text of a certain form should have been, by its key. */
const FORMS: Readonly<Record<string, string>> = {
  wait: 'must be a duration: examples are 500ms, 30s, 10m, 2h, 7d',
  call: 'must be a method and a path: GET, POST or DELETE, like GET /{waba}/message_templates',
  version: 'must be a Graph version, like v24.0, or none',
  latency: `must be ${faultProperties.latency.description}`,
  by: `must be ${faultProperties.by.description}`,
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'a text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map of keys and values',
}

function allowed({ keyword, params, says }: Problem, path: Path): string {
  const form = FORMS[String(path.at(-1))]
  if (form && (keyword === 'pattern' || keyword === 'type')) return form
  if (keyword === 'minItems') return 'must have an item'
  if (keyword === 'type')
    return `must be ${[params.type]
      .flat()
      .map((type) => TYPES[String(type)] ?? type)
      .join(' or ')}`
  return says
}

const MOST_SHOWN = 100

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text
}

const { expect, fault, raw } = step.properties
/** What may stand in each part of a file. */
const PARTS: Readonly<Record<string, { readonly properties: object }>> = {
  expect,
  fault,
  raw,
  files: raw,
  webhook,
  steps: step,
}

function knownKeys(path: Path): string[] {
  const part = path.findLast((one) => Object.hasOwn(PARTS, one)) ?? ''
  return Object.keys((PARTS[part] ?? scenario).properties)
}
