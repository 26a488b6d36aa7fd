import fc from 'fast-check'
import type { JsonSchema } from '../contracts/schema.ts'

/** Texts that mean something, by the name of the parameter that they stand in. */
export type Words = Readonly<Record<string, readonly string[]>>

/** Values that a schema accepts: what it leaves open is now and then at one of its ends. */
export function valuesOf(schema: JsonSchema, words: Words = {}): fc.Arbitrary<unknown> {
  return valueFor(schema, '', words)
}

function valueFor(schema: JsonSchema, name: string, words: Words): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...(schema.enum as readonly unknown[]))
  const either = schema.anyOf as readonly JsonSchema[] | undefined
  if (either) return fc.oneof(...either.map((one) => valueFor(one, name, words)))
  const types: readonly string[] = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? [])
  if (types.length > 1) return fc.oneof(...types.map((type) => typed(type, schema, name, words)))
  return types[0] ? typed(types[0], schema, name, words) : fc.jsonValue({ maxDepth: 2 })
}

function typed(type: string, schema: JsonSchema, name: string, words: Words): fc.Arbitrary<unknown> {
  const makers: Readonly<Record<string, () => fc.Arbitrary<unknown>>> = {
    string: () => textOf(schema, words[name] ?? []),
    integer: () => fc.integer({ min: schema.minimum ?? -3, max: schema.maximum ?? 10 }),
    number: () => fc.double({ min: schema.minimum ?? -1e6, max: schema.maximum ?? 1e6, noNaN: true }),
    boolean: () => fc.boolean(),
    array: () => listOf(schema, name, words),
    object: () => objectOf(schema, words),
    null: () => fc.constant(null),
  }
  return makers[type]?.() ?? fc.constant(null)
}

function textOf(
  { pattern, minLength = 0, maxLength = 40 }: JsonSchema,
  words: readonly string[],
): fc.Arbitrary<string> {
  if (pattern) return fc.stringMatching(new RegExp(pattern))
  const short = fc.string({ minLength, maxLength: Math.min(maxLength, 12) })
  const ends = fc.constantFrom('a'.repeat(minLength), 'b'.repeat(maxLength))
  const known = words.length > 0 ? [{ weight: 12, arbitrary: fc.constantFrom(...words) }] : []
  return fc.oneof({ weight: 6, arbitrary: short }, { weight: 1, arbitrary: ends }, ...known)
}

function listOf(schema: JsonSchema, name: string, words: Words): fc.Arbitrary<unknown[]> {
  const { minItems = 0, maxItems = 4 } = schema
  const item = valueFor((schema.items ?? {}) as JsonSchema, name, words)
  return fc.array(item, { minLength: minItems, maxLength: Math.max(minItems, Math.min(maxItems, 4)) })
}

function objectOf(schema: JsonSchema, words: Words): fc.Arbitrary<object> {
  const properties = Object.entries((schema.properties ?? {}) as Readonly<Record<string, JsonSchema>>)
  const model = Object.fromEntries(properties.map(([key, of]) => [key, valueFor(of, key, words)]))
  return fc.record(model, { requiredKeys: [...(schema.required ?? [])] })
}
