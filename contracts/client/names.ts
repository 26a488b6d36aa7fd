import type { JsonSchema } from '../schema.ts'
import { isOpen, schemasAt } from './schema-at.ts'

/** A name that a program gives: nobody's number, id, token or name of a person. */
const PLAIN_NAME = /^(?!.*\d{5})[a-z]{1,24}(?:_[a-z0-9]{1,16}){0,8}$/

/** What any reply may have. @see sources graph-debugging */
const OF_ANY_REPLY = '__debug__'

/** What stands for a name that could be an id or a secret. */
export const ANY = '*'

/**
 * A path as it may be kept: names that the contract knows, and where it leaves open what is there, plain ones.
 * All other names could be of somebody, and are `*`.
 */
export function safePath(schema: JsonSchema, path: readonly string[]): readonly string[] {
  const safe: string[] = []
  for (const key of path) {
    const here = schemasAt(schema, safe)
    const isKnown = key !== ANY && schemasAt(schema, [...safe, key]).length > 0 && namesIt(schema, safe, key)
    const mayBe = (here.length === 0 || isOpen(here)) && (PLAIN_NAME.test(key) || key === OF_ANY_REPLY)
    safe.push(isKnown || mayBe ? key : ANY)
  }
  return safe
}

/** Whether a property of this very name is in the contract. */
function namesIt(schema: JsonSchema, path: readonly string[], key: string): boolean {
  return schemasAt(schema, path).some(({ properties }) => properties !== undefined && Object.hasOwn(properties, key))
}

/** `/a/*` -> ['a', '*']. */
export function segmentsOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'))
}

/** Names of parameters never have a slash. */
export function pointerOf(path: readonly string[]): string {
  return path.map((segment) => `/${segment.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}
