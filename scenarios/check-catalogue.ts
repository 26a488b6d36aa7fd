import { type ErrorName, errors } from '../contracts/errors.ts'
import { instead } from '../contracts/nearest.ts'
import { type RulingName, rulings } from '../contracts/rulings.ts'
import { subscribable } from '../contracts/webhooks.ts'
import type { Step, Webhook } from './format.ts'
import type { Path, Refuse } from './source.ts'

// Names that are the same in every world: those of the registries.

/** A ruling, and one of its sides. */
export function checkRuling(refuse: Refuse, name: string, side: string): void {
  const ruling = Object.hasOwn(rulings, name) ? rulings[name as RulingName] : undefined
  if (!ruling) refuse(['rulings'], `'${name}' is no ruling; ${instead(name, Object.keys(rulings))}`, name)
  const sides = Object.keys(ruling?.sides ?? {})
  if (!sides.includes(side)) refuse(['rulings', name], `'${side}' is no side of ${name}; ${instead(side, sides)}`)
}

/** The error that a step expects. */
export function checkNames({ expect }: Step, refuse: Refuse): void {
  checkError(expect?.error, ['expect', 'error'], refuse)
}

function checkError(name: string | undefined, path: Path, refuse: Refuse): void {
  if (name === undefined || isError(name)) return
  refuse(path, `'${name}' is no error of the catalogue; ${instead(name, Object.keys(errors))}`)
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
