import type { JsonSchema } from '../../contracts/schema.ts'

/** What of a schema tells its smallest value. */
interface Shape {
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Shape[]
  readonly type?: string | readonly string[]
  readonly minimum?: number
  readonly items?: Shape
  readonly minItems?: number
  readonly properties?: Readonly<Record<string, Shape>>
  readonly required?: readonly string[]
}

/** The smallest value that has what a schema asks for. Texts are empty, for people to fill in. */
export function sampleOf(schema: JsonSchema): unknown {
  return sample(schema as Shape)
}

function sample(shape: Shape): unknown {
  const [way] = shape.anyOf ?? []
  if (way) return sample({ ...shape, ...way, anyOf: way.anyOf ?? [] })
  if (shape.const !== undefined) return shape.const
  if (shape.enum) return shape.enum[0]
  const kind = shape.properties ? 'object' : [shape.type ?? 'string'].flat()[0]
  return (SAMPLES[kind ?? ''] ?? (() => ''))(shape)
}

const SAMPLES: Readonly<Record<string, (shape: Shape) => unknown>> = {
  boolean: () => true,
  integer: ({ minimum = 1 }) => minimum,
  number: ({ minimum = 1 }) => minimum,
  array: ({ items = {}, minItems = 0 }) => Array.from({ length: minItems }, () => sample(items)),
  object: ({ properties = {}, required = [] }) =>
    Object.fromEntries(required.map((name) => [name, sample(properties[name] ?? {})])),
}
