import { readParams } from '../contracts/read-params.ts'
import { isSecretName } from '../contracts/redact.ts'
import type { JsonSchema } from '../contracts/schema.ts'
import type { Problem } from '../contracts/validate.ts'
import { isRecord, textOf } from './body.ts'
import { fail } from './failure.ts'

type Params = Readonly<Record<string, unknown>>

/**
 * Parameters as the contract types them. Outside JSON every value is a string, so `true`, `1` and `[{…}]` are read by
 * the schema of their parameter. Parameters that the contract does not name are left out: Graph ignores them.
 * @param isShared whether other calls may come with this very object: then it is read once
 * @throws Failure parameter_required, parameter_type, parameter_value, parameter_too_long, parameter_too_short,
 * parameter_out_of_range, parameter_unexpected_key
 */
export function typedParams(schema: JsonSchema, raw: Params, isShared = false): Params {
  const known = isShared ? typedOf.get(raw) : undefined
  if (known?.schema === schema) return known.params
  const { params, problems } = readParams(schema, raw)
  const [problem] = problems
  if (problem) refuseParameter(problem, params)
  if (isShared) typedOf.set(raw, { schema, params })
  return params
}

/** Calls with the same URL share their parameters, so these are read once for an operation. */
const typedOf = new WeakMap<Params, { readonly schema: JsonSchema; readonly params: Params }>()

const expectations: Readonly<Record<string, string>> = {
  boolean: 'a boolean.',
  integer: 'an integer.',
  number: 'a number.',
  string: 'a string.',
  array: 'an array.',
  object: 'an object.',
}

const comparisons: Readonly<Record<string, string>> = {
  minimum: 'greater than or equal to',
  exclusiveMinimum: 'greater than',
  maximum: 'less than or equal to',
  exclusiveMaximum: 'less than',
}

/** Refuses a parameter as Graph does. What is there and empty counts as missing. @throws Failure */
export function refuseParameter(problem: Problem, params: Params): never {
  const name = graphName(problem.where)
  const value = valueAt(params, problem.where)
  const found = shown(problem.where, value)
  if (isMissing(problem, value)) refuseMissing(problem)
  refuseLimit(problem, name, found)
  if (problem.keyword === 'enum' || problem.keyword === 'const') {
    const allowed = [problem.params.allowedValues ?? problem.params.allowedValue].flat().join(', ')
    fail('parameter_value', `${name} is ${found}; allowed are ${allowed}`, {
      param: name,
      allowed,
      value: textOf(value) ?? found,
    })
  }
  if (problem.keyword === 'additionalProperties') {
    const key = String(problem.params.additionalProperty)
    fail('parameter_unexpected_key', `${name} has the key ${key}, which it does not know`, { key, param: name })
  }
  const expected = expectations[String(problem.params.type)] ?? 'valid.'
  fail('parameter_type', `${name} is ${found} and ${problem.says}`, { param: name, expected })
}

/** Too long or too short, too large or too small, too many or too few. */
function refuseLimit({ keyword, params, says }: Problem, param: string, found: string): void {
  const limit = Number(params.limit)
  const why = `${param} is ${found} and ${says}`
  if (keyword === 'maxLength') {
    fail('parameter_too_long', `${param} has more than ${limit} characters`, { param, most: limit })
  }
  if (keyword === 'minLength') fail('parameter_too_short', why, { param, least: limit })
  const comparison = comparisons[keyword]
  if (comparison) fail('parameter_out_of_range', why, { param, range: `${comparison} ${limit}` })
  if (keyword === 'maxItems')
    fail('parameter_out_of_range', why, { param, range: `an array of at most ${limit} items` })
  if (keyword === 'minItems') {
    fail('parameter_out_of_range', why, { param, range: `an array of at least ${limit} items` })
  }
}

function isMissing({ keyword }: Problem, value: unknown): boolean {
  if (keyword === 'minLength') return value === ''
  if (keyword === 'minItems') return Array.isArray(value) && value.length === 0
  return keyword === 'required'
}

function refuseMissing({ where, keyword, params }: Problem): never {
  const missing = keyword === 'required' ? `${where}/${params.missingProperty}` : where
  const param = graphName(missing)
  fail('parameter_required', `the parameter ${param} was not sent, or is empty, and has no default`, { param })
}

/** What was found, as JSON; of a secret nothing, and of much only the beginning. */
function shown(where: string, value: unknown): string {
  if (isSecretName(where.split('/')[1] ?? '')) return '(secret)'
  return (JSON.stringify(value) ?? 'nothing').slice(0, 200)
}

/** `/template/components/0/type` -> `template['components'][0]['type']`, as Graph writes it. */
export function graphName(pointer: string): string {
  const [first = '', ...rest] = pointer.split('/').slice(1)
  return first + rest.map((part) => (/^\d+$/.test(part) ? `[${part}]` : `['${part}']`)).join('')
}

function valueAt(params: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((value, key) => {
      if (Array.isArray(value)) return value[Number(key)]
      return isRecord(value) ? value[key] : undefined
    }, params)
}
