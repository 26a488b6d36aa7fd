import type { OperationContract } from '../../contracts/operation.ts'
import type { JsonSchema } from '../../contracts/schema.ts'
import { portable } from '../../contracts/schema-bundle.ts'
import { paramsName } from '../../contracts/schema-names.ts'

export interface Schema {
  readonly [keyword: string]: unknown
}

export const reference = (kind: string, name: string): Schema => ({ $ref: `#/components/${kind}/${name}` })

/** One of several, or the only one. */
export function oneOf(all: readonly Schema[]): Schema {
  const [first] = all
  return all.length === 1 && first ? first : { anyOf: all }
}

/**
 * The parameters of calls without a body. Graph reads lists and objects in a query as JSON. A parameter that several of the
 * operations have under one name is told once.
 */
export function queryParameters(contracts: readonly OperationContract[]): Schema[] {
  const names = [...new Set(contracts.flatMap(({ params }) => Object.keys(params.properties ?? {})))]
  return names.map((name) => {
    const schemas = contracts.map(({ params }) => schemaOf(params, name)).filter((schema) => schema !== undefined)
    const unlike = new Map(schemas.map((schema) => [JSON.stringify(schema), schema] as const))
    const schema = oneOf([...unlike.values()])
    const required = contracts.every(({ params }) => params.required?.includes(name))
    const asJson = schemas.some(({ type }) => type === 'object' || type === 'array')
    return {
      name,
      in: 'query',
      ...(required && { required }),
      ...(asJson ? { content: { 'application/json': { schema } } } : { schema }),
    }
  })
}

function schemaOf({ properties = {} }: JsonSchema, name: string): Schema | undefined {
  const known = properties as Readonly<Record<string, JsonSchema>>
  return Object.hasOwn(known, name) ? (portable(known[name] ?? {}) as Schema) : undefined
}

/** The body is the file itself. @see sources resumable-upload */
const isRaw = ({ on }: OperationContract): boolean => on === 'UploadSession'
const hasFile = ({ params }: OperationContract): boolean => schemaOf(params, 'file') !== undefined

/** The body of a call: Graph takes the same parameters as JSON, as a form, and as a multipart form where there is a file. */
export function requestBody(contracts: readonly OperationContract[]): Schema {
  const plain = contracts.filter((contract) => !hasFile(contract))
  const withFile = contracts.filter((contract) => hasFile(contract) && !isRaw(contract))
  const raw = contracts.some(isRaw)
  const schemas = (all: readonly OperationContract[]): { schema: Schema } => ({
    schema: oneOf(all.map(({ name }) => reference('schemas', paramsName(name)))),
  })
  const required = contracts.every(({ params }) => (params.required ?? []).length > 0)
  return {
    ...(required && { required }),
    content: {
      ...(plain.length > 0 && {
        'application/json': schemas(plain),
        'application/x-www-form-urlencoded': schemas(plain),
      }),
      ...(withFile.length > 0 && { 'multipart/form-data': schemas(withFile) }),
      ...(raw && {
        'application/octet-stream': { schema: { description: 'The bytes of the file, whole or from an offset.' } },
      }),
    },
  }
}

/** Where the bytes go is told by a header. */
export function bodyHeaders(contracts: readonly OperationContract[]): Schema[] {
  if (!contracts.some(isRaw)) return []
  return [
    {
      name: 'file_offset',
      in: 'header',
      description: 'Of an upload session: where the bytes go.',
      schema: { type: 'integer', minimum: 0 },
    },
  ]
}
