import type { JsonSchema } from '../schema.ts'

type Schemas = readonly JsonSchema[]

/** Every schema that may hold for what is at a path within a value; none: the contract does not speak of it. */
export function schemasAt(schema: JsonSchema, path: readonly string[]): Schemas {
  return path.reduce<Schemas>((found, key) => found.flatMap((one) => inside(one, key)), variants(schema))
}

/** The schema and all that it is made of. */
function variants(schema: JsonSchema): Schemas {
  const { anyOf = [], oneOf = [], allOf = [], if: asked, then, else: otherwise } = schema
  const parts = [...anyOf, ...oneOf, ...allOf, asked, then, otherwise].filter(isSchema)
  return [schema, ...parts.flatMap(variants)]
}

function inside(schema: JsonSchema, key: string): Schemas {
  const { properties, items, additionalProperties } = schema
  const known = properties && Object.hasOwn(properties, key) ? [properties[key]] : [additionalProperties]
  const found = key === '*' ? [items, additionalProperties].flat() : known
  return found.filter(isSchema).flatMap(variants)
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null
}

/** The values that schemas name: of an enum, or a constant. */
export function namedValues(schemas: Schemas): readonly unknown[] {
  return schemas.flatMap(({ enum: values, const: only }) => [...((values ?? []) as readonly unknown[]), only])
}

/** Whether the contract lets an object have other keys than it names. */
export function isOpen(schemas: Schemas): boolean {
  return schemas.some(
    ({ type, additionalProperties }) => additionalProperties !== false && (type === undefined || type === 'object'),
  )
}
