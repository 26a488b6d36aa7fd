import { nearest } from '../nearest.ts'
import { fieldsOf, listOf, looseFieldsOf, parsed } from './values.ts'

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
  if (!properties) return []
  const known = fieldsOf(properties)
  return Object.entries(looseFieldsOf(value)).flatMap(([key, inner]) => {
    const place = path ? `${path}.${key}` : key
    if (Object.hasOwn(known, key)) return unknownKeysIn(inner, known[key], place)
    return additionalProperties === false ? [{ path: place, key, like: nearest(key, Object.keys(known)) }] : []
  })
}
