import type { ErrorDefinition } from '../contracts/errors/definition.ts'
import { type ErrorName, errors } from '../contracts/errors.ts'
import { instead, listed } from '../contracts/nearest.ts'
import { type RulingName, rulings } from '../contracts/rulings.ts'
import { subscribable } from '../contracts/webhooks.ts'
import type { Step, Webhook } from './format.ts'
import type { Path } from './position.ts'
import type { Refuse } from './source.ts'

// Names that are the same in every world: those of the registries.

/** A ruling, and one of its sides. */
export function checkRuling(refuse: Refuse, name: string, side: string): void {
  const ruling = Object.hasOwn(rulings, name) ? rulings[name as RulingName] : undefined
  if (!ruling) refuse(['rulings'], `'${name}' is no ruling; ${instead(name, Object.keys(rulings))}`, name)
  const sides = Object.keys(ruling?.sides ?? {})
  if (!sides.includes(side)) refuse(['rulings', name], `'${side}' is no side of ${name}; ${instead(side, sides)}`)
}

/** The error that a step expects, and its status. */
export function checkNames({ expect }: Step, refuse: Refuse): void {
  if (expect?.error === undefined) return
  checkError(expect.error, ['expect', 'error'], refuse)
  const statuses = statusesOf(expect.error as ErrorName)
  if (expect.status === undefined || statuses.includes(expect.status)) return
  refuse(['expect', 'status'], `${expect.error} is ${statuses.length > 1 ? '' : 'always '}${statuses.join(' or ')}`)
}

/** With those of other readings of Meta. */
function statusesOf(name: ErrorName): number[] {
  const { status, under = {} }: ErrorDefinition = errors[name]
  const others = Object.values(under).flatMap((sides) => Object.values(sides))
  return [...new Set([status, ...others.flatMap((other) => other.status ?? [])])]
}

function checkError(name: string, path: Path, refuse: Refuse): void {
  if (isError(name)) return
  if (/^\d+$/.test(name)) refuse(path, namesOfCode(Number(name)))
  refuse(path, `'${name}' is no error of the catalogue; ${instead(name, Object.keys(errors))}`)
}

/** What is said of a number where the name of an error belongs. */
export function namesOfCode(wanted: number): string {
  const all: [string, ErrorDefinition][] = Object.entries(errors)
  const names = all.filter(([, { code, subcode }]) => [code, subcode].includes(wanted)).map(([name]) => name)
  if (names.length === 0) return `an error is named; none of the catalogue has the code ${wanted}: see docs/errors.md`
  return `an error is named, not numbered; those with ${wanted}: ${listed(names)}`
}

export function isError(name: string): name is ErrorName {
  return Object.hasOwn(errors, name)
}

/** The field of a webhook: one that nobody can subscribe to never comes. */
export function checkField(field: Webhook['field'], path: Path, refuse: Refuse): void {
  if (subscribable.includes(field)) return
  refuse(path, `'${field}' is no field of webhooks; ${instead(field, subscribable)}`)
}

/** The fields that apps hear. */
export function checkHears(hears: Readonly<Record<string, readonly string[]>>, refuse: Refuse): void {
  for (const [app, fields] of Object.entries(hears)) {
    for (const [at, field] of fields.entries()) checkField(field, ['hears', app, at], refuse)
  }
}
