import { type Loose, listOf, recordOf } from './flatten.ts'
import { type ApiModel, type ApiOperation, keyOf, type Part, type Parts } from './model.ts'

/** Names of enums in small letters -> their values. */
type Enums = ReadonlyMap<string, readonly string[]>

/** What SDK specs call types, as JSON has them. */
const TYPES: Readonly<Record<string, readonly string[]>> = {
  bool: ['boolean'],
  datetime: ['string'],
  float: ['number'],
  int: ['integer'],
  map: ['object'],
  string: ['string'],
  'unsigned int': ['integer'],
}

/**
 * Reads the specs that Meta makes its SDKs of: a document for each type of node, and one of the enums. Ids are integers in
 * them, and whether a parameter must be there is not to be relied on, so it is not told.
 * @param documents by the type of node; `enum_types` has the enums
 */
export function readSdkSpecs(documents: Readonly<Record<string, unknown>>): ApiModel {
  const { enum_types: all, ...types } = documents
  const enums: Enums = new Map(
    listOf(all).map((one) => {
      const { name, values } = recordOf(one)
      return [String(name).toLowerCase(), listOf(values).map(String)]
    }),
  )
  const found = Object.entries(types).flatMap(([type, spec]) => operationsOf(type, recordOf(spec), enums))
  const tells = { params: false, reply: true, required: false, errors: false }
  return { title: 'SDK specs', operations: new Map(found.map((one) => [one.key, one])), tells }
}

function operationsOf(type: string, { apis, fields }: Loose, enums: Enums): ApiOperation[] {
  const edges = listOf(apis)
    .map(recordOf)
    .filter(({ endpoint, method }) => endpoint || method !== 'GET')
    .map((api) => ({
      key: keyOf(String(api.method), type, api.endpoint ? String(api.endpoint) : undefined),
      name: `${api.method} ${type}${api.endpoint ? `/${api.endpoint}` : ''}`,
      params: partsOf(api.params, enums),
      reply: new Map(),
      errors: [],
    }))
  const own = listOf(fields)
  if (own.length === 0) return edges
  const read = {
    key: keyOf('GET', type),
    name: `GET ${type}`,
    params: new Map(),
    reply: partsOf(own, enums),
    errors: [],
  }
  return [read, ...edges]
}

function partsOf(list: unknown, enums: Enums): Parts {
  return new Map(
    listOf(list).map((one) => {
      const { name, type } = recordOf(one)
      return [String(name), partOf(String(type), enums)]
    }),
  )
}

function partOf(type: string, enums: Enums): Part {
  const values = enums.get(type.toLowerCase()) ?? []
  const types = type.startsWith('list<') ? ['array'] : (TYPES[type] ?? (values.length > 0 ? ['string'] : []))
  return { types, values, required: false, open: true }
}
