import { nearest } from '../nearest.ts'
import { OF_CALLER } from './keys.ts'
import { type Fields, fieldsOf, listOf, looseFieldsOf, parsed } from './values.ts'

/** A key that an object within the parameters has, although its schema is closed. */
export interface UnknownKey {
  /** `template.components[0].parameters[0].txt` */
  readonly path: string
  readonly key: string
  /** The key that is spelled most like it. */
  readonly like: string | undefined
}

/** What closed objects within a value have and their schema does not; in a form, objects come as text. */
export function unknownKeysIn(value: unknown, schema: unknown, path = ''): readonly UnknownKey[] {
  const { properties, items, additionalProperties } = fieldsOf(schema)
  if (items)
    return listOf(typeof value === 'string' ? parsed(value) : value).flatMap((item, at) =>
      unknownKeysIn(item, items, `${path}[${at}]`),
    )
  const known = fieldsOf(properties)
  return Object.entries(looseFieldsOf(value)).flatMap(([key, inner]) => {
    const place = path ? `${path}.${key}` : key
    if (Object.hasOwn(known, key)) return unknownKeysIn(inner, known[key], place)
    return additionalProperties === false ? [{ path: place, key, like: nearest(key, Object.keys(known)) }] : []
  })
}

/**
 * What Graph understands in any call, and what published clients add to all of theirs without harm.
 * @see sources published-clients: 9, 14, 15
 *
 * The id of an upload session has `?sig=` in it. @see sources resumable-upload
 */
const EVERYWHERE: ReadonlySet<string> = new Set([
  ...['id', 'ids', 'method', 'fields', 'metadata', 'summary', 'limit', 'after', 'before', 'offset'],
  ...['debug', 'format', 'pretty', 'callback', 'locale', 'date_format', 'sdk', 'transport', 'redirect'],
  ...['suppress_http_code', 'include_headers', 'return_ssl_resources', 'file', 'messaging_product', 'sig'],
])

/** What is said of the first parameter that an operation does not have; undefined: it has all. */
export function unknownParameter(given: Fields, known: Fields): string | undefined {
  const odd = Object.keys(given).find(
    (name) => !Object.hasOwn(known, name) && !EVERYWHERE.has(name) && !OF_CALLER.has(name),
  )
  if (odd === undefined) return undefined
  const like = nearest(odd.slice(0, 60), Object.keys(known))
  return `it sends '${odd.slice(0, 60)}', which the operation does not have${like ? `: did you mean ${like}?` : ''}`
}
