import { pathTypes } from '../../contracts/drift/places.ts'
import { operations } from '../../contracts/operations.ts'
import { flatten, type Loose, listOf, type Resolve, recordOf } from './flatten.ts'
import { type ApiModel, type ApiOperation, keyOf, type Part, type Parts } from './model.ts'

const METHODS = ['get', 'post', 'delete'] as const
/** Parameters that every call has, of which no contract speaks. */
const GENERAL = new Set(['access_token', 'appsecret_proof'])

/** Reads an OpenAPI description of Graph. */
export function readOpenApi(document: Loose): ApiModel {
  const resolve = resolver(document)
  const found = Object.entries(recordOf(document.paths)).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const one = recordOf(item)[method]
      return one ? [operationOf(path, method.toUpperCase(), recordOf(one), recordOf(item), resolve)] : []
    }),
  )
  const { title, version } = recordOf(document.info)
  const tells = { params: true, reply: true, required: true, errors: true }
  return { title: `${title} ${version}`, operations: merged(found), tells }
}

/** `#/components/schemas/X`. Only the document itself is looked into: nothing is fetched. */
function resolver(document: Loose): Resolve {
  return (ref) => {
    if (!ref.startsWith('#/')) return undefined
    const keys = ref.slice(2).split('/')
    return keys.reduce<unknown>((inner, key) => {
      const name = decodeURIComponent(key).replaceAll('~1', '/').replaceAll('~0', '~')
      return Object.hasOwn(recordOf(inner), name) ? recordOf(inner)[name] : undefined
    }, document)
  }
}

function operationOf(path: string, method: string, one: Loose, item: Loose, resolve: Resolve): ApiOperation {
  const name = String(one.operationId ?? `${method} ${path}`)
  const resolved = (value: unknown): Loose => {
    const { $ref: ref } = recordOf(value)
    return recordOf(typeof ref === 'string' ? resolve(ref) : value)
  }
  const asked = [...listOf(item.parameters), ...listOf(one.parameters)].map(resolved)
  const query = asked.filter((param) => param.in === 'query' && !GENERAL.has(String(param.name)))
  const body = schemasOf(resolved(one.requestBody), resolved)
  const answers = Object.entries(recordOf(one.responses)).map(([status, value]) => ({ status, ...resolved(value) }))
  return {
    key: placeOf(path, method, name),
    name,
    params: together([
      ...query.map((param) => paramOf(param, resolve)),
      ...body.map((schema) => flatten(schema, resolve)),
    ]),
    reply: together(
      answers
        .filter(({ status }) => /^2/.test(status))
        .flatMap((answer) => schemasOf(answer, resolved).map((schema) => flatten(schema, resolve))),
    ),
    errors: [
      ...new Set(answers.filter(({ status }) => /^[45]/.test(status)).flatMap((answer) => errorsIn(answer, resolved))),
    ],
  }
}

/** By the operationId where a contract has it, as Meta names one node in several ways. */
function placeOf(path: string, method: string, name: string): string {
  const own = operations.find((contract) => contract.name === name && contract.method === method)
  if (own) return keyOf(method, own.on, own.edge)
  const [first = '', ...rest] = path
    .replace(/^\/\{Version\}/i, '')
    .split('/')
    .filter(Boolean)
  const [, id] = /^\{(.+)\}$/.exec(first) ?? []
  if (id === undefined) return keyOf(method, 'Graph', [first, ...rest].join('/'))
  return keyOf(method, pathTypes[id] ?? id, rest.join('/'))
}

function schemasOf(holder: Loose, resolved: (value: unknown) => Loose): unknown[] {
  return Object.values(recordOf(holder.content)).flatMap((media) => resolved(media).schema ?? [])
}

function paramOf({ name, required, schema }: Loose, resolve: Resolve): Parts {
  const wrapped = {
    type: 'object',
    properties: { [String(name)]: schema ?? {} },
    required: required === true ? [name] : [],
  }
  return flatten(wrapped, resolve)
}

/** The codes in the examples of a refusal, wherever they stand. */
function errorsIn(answer: Loose, resolved: (value: unknown) => Loose): string[] {
  return Object.values(recordOf(answer.content)).flatMap((value) => {
    const media = resolved(value)
    const examples = Object.values(recordOf(media.examples)).map((one) => resolved(one).value)
    return [media.example, ...examples].flatMap((example) => {
      const { code, error_subcode: subcode } = recordOf(recordOf(example).error)
      return code === undefined ? [] : [subcode === undefined ? String(code) : `${code}/${subcode}`]
    })
  })
}

function together(all: readonly Parts[]): Parts {
  const parts = new Map<string, Part>()
  for (const [path, part] of all.flatMap((one) => [...one])) if (!parts.has(path)) parts.set(path, part)
  return parts
}

/** One operation that is described twice, by two names of its node. */
function merged(all: readonly ApiOperation[]): Map<string, ApiOperation> {
  const found = new Map<string, ApiOperation>()
  for (const one of all) {
    const known = found.get(one.key)
    const { params, reply, errors } = known ?? one
    found.set(one.key, {
      ...(known ?? one),
      params: together([params, one.params]),
      reply: together([reply, one.reply]),
      errors: [...new Set([...errors, ...one.errors])],
    })
  }
  return found
}
