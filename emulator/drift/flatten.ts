import type { Part, Parts } from './model.ts'

/** A JSON schema as it came, of which nothing is known. */
export type Loose = Readonly<Record<string, unknown>>

/** How deep parts are told: a text in a component of a template is the fourth level. */
const DEEPEST = 5

/** Follows a `$ref` in the document that it stands in; undefined where it leads nowhere. */
export type Resolve = (ref: string) => unknown

/** The parts of a schema. One that contains itself ends where it comes again. */
export function flatten(schema: unknown, resolve: Resolve): Parts {
  const parts = new Map<string, Part>()
  walk({ schema, path: '', required: true, refs: [] }, { parts, resolve })
  parts.delete('')
  return parts
}

interface Step {
  readonly schema: unknown
  readonly path: string
  readonly required: boolean
  /** It is one of several shapes: what it must have need not be there. */
  readonly isOneOf?: boolean
  /** The references that led here. */
  readonly refs: readonly string[]
}

interface Walk {
  readonly parts: Map<string, Part>
  readonly resolve: Resolve
}

function walk(step: Step, to: Walk): void {
  const { path, refs } = step
  const { schema, refs: passed } = followed(step.schema, to.resolve, refs)
  if (!schema || path.split('/').length > DEEPEST) return
  const next = (inner: unknown, more: Partial<Step>): void =>
    walk({ ...step, refs: passed, ...more, schema: inner }, to)
  const branches = [...listOf(schema.oneOf), ...listOf(schema.anyOf)]
  add(to.parts, path, partOf(schema, step.required, branches.length > 0))
  for (const one of listOf(schema.allOf)) next(one, {})
  for (const one of branches) next(one, { isOneOf: true })
  const required = listOf(schema.required)
  for (const [name, inner] of Object.entries(recordOf(schema.properties))) {
    next(inner, { path: join(path, name), required: !step.isOneOf && required.includes(name), isOneOf: false })
  }
  if (schema.items) next(schema.items, { path: join(path, '*'), required: false, isOneOf: false })
}

function followed(
  value: unknown,
  resolve: Resolve,
  refs: readonly string[],
): { schema?: Loose; refs: readonly string[] } {
  const schema = recordOf(value)
  const { $ref: ref } = schema
  if (typeof ref !== 'string') return { schema, refs }
  return refs.includes(ref) ? { refs } : followed(resolve(ref), resolve, [...refs, ref])
}

function partOf(schema: Loose, required: boolean, isSplit: boolean): Part {
  const said = listOf(schema.type).concat(typeof schema.type === 'string' ? [schema.type] : [])
  const known = schema.const === undefined ? listOf(schema.enum) : [schema.const]
  const types = said.length > 0 ? said : known.map((value) => (value === null ? 'null' : typeof value))
  const isNested = ['properties', 'items', 'allOf', 'enum', 'const'].some((key) => schema[key] !== undefined)
  return {
    types: [...new Set(types.map(String))],
    values: known.filter((value) => value !== null).map(String),
    required,
    open: !isNested && !isSplit,
  }
}

/** Shapes that stand for the same value are laid over each other. */
function add(parts: Map<string, Part>, path: string, part: Part): void {
  const known = parts.get(path)
  if (!known) {
    parts.set(path, part)
    return
  }
  // Where one shape lets any value stand, all may.
  const isAny = (one: Part): boolean => one.values.length === 0 && one.types.includes('string')
  parts.set(path, {
    types: [...new Set([...known.types, ...part.types])],
    values: isAny(known) || isAny(part) ? [] : [...new Set([...known.values, ...part.values])],
    required: known.required && part.required,
    open: known.open && part.open,
  })
}

const join = (path: string, name: string): string => (path ? `${path}/${name}` : name)

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

export const recordOf = (value: unknown): Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Loose) : {}
