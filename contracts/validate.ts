import type { Ajv, ErrorObject, ValidateFunction } from 'ajv'
import { onDemand } from './on-demand.ts'
import type { JsonSchema } from './schema.ts'

/** One way in which a value breaks a schema. */
export interface Problem {
  /** JSON pointer into the value. */
  readonly where: string
  /** What was found and what is allowed, as a clause: `must be string`. */
  readonly says: string
  readonly keyword: string
  /** The keyword's own values as ajv reports them: the missing property, the allowed values. */
  readonly params: Readonly<Record<string, unknown>>
  /** What the schema itself says of the limit that is not kept: its `$comment`. */
  readonly comment?: string
}

const compiled = new WeakMap<object, ValidateFunction>()

/** All problems of a value; none: the schema accepts it. A validator is compiled once, on first use. */
export function problemsWith(schema: JsonSchema, value: unknown): Problem[] {
  const validate = schema === latest?.schema ? latest.validate : validatorOf(schema)
  return validate(value) ? [] : (validate.errors ?? []).map(problem)
}

/** Calls of one kind come in a row, and looking up a schema costs as much as half of its check. */
let latest: { readonly schema: JsonSchema; readonly validate: ValidateFunction } | undefined

function validatorOf(schema: JsonSchema): ValidateFunction {
  const validate = compiled.get(schema) ?? compiler().compile(schema as object)
  if (!compiled.has(schema)) compiled.set(schema, validate)
  latest = { schema, validate }
  return validate
}

const library = onDemand<typeof import('ajv')>('ajv')
let ajv: Ajv | undefined

/** Loaded with the first schema: that costs a start 40 ms. That the schemas are schemas is a test's concern. */
function compiler(): Ajv {
  ajv ??= new (library().Ajv)({ allErrors: true, strict: false, verbose: true, meta: false, validateSchema: false })
  return ajv
}

function problem(error: ErrorObject): Problem {
  const { instancePath: where, keyword, params, parentSchema } = error
  const comment = parentSchema?.$comment
  return { where, says: clause(error), keyword, params, ...(comment && { comment }) }
}

function clause({ keyword, message, params, parentSchema }: ErrorObject): string {
  if (keyword === 'enum') return `must be one of ${params.allowedValues.join(', ')}`
  if (keyword === 'additionalProperties') {
    const known = Object.keys(parentSchema?.properties ?? {})
    return `must not have '${params.additionalProperty}'; it may have ${known.join(', ')}`
  }
  if (keyword === 'propertyNames') return `has a name that is none: '${params.propertyName}'`
  if (parentSchema?.description && (keyword === 'pattern' || keyword === 'type'))
    return `must be ${parentSchema.description}`
  if (keyword === 'const') return `must be ${JSON.stringify(params.allowedValue)}`
  return message ?? keyword
}
