import type { OperationContract } from '../../contracts/operation.ts'
import { operations } from '../../contracts/operations.ts'
import { citedText } from '../../contracts/report/cited.ts'
import type { JsonSchema } from '../../contracts/schema.ts'
import { PARAMETERS } from '../openapi/places.ts'
import { sampleOf } from './sample.ts'

interface Item {
  readonly [key: string]: unknown
}

const SCHEMA = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json'

/**
 * Every operation as a collection for Postman: a folder a type of node, ids and the token as variables.
 * @param server where it is answered, without a version
 */
export function postmanCollection(server = 'http://127.0.0.1:4020'): object {
  const types = [...new Set(operations.map(({ on }) => on))]
  const folders = types.map((type) => ({ name: type, item: operations.filter(({ on }) => on === type).map(itemOf) }))
  const ids = types.flatMap((type) => (type === 'Graph' ? [] : [{ key: PARAMETERS[type], value: '' }]))
  return {
    info: {
      name: 'Marketing Messages API for WhatsApp (mmgraph)',
      description:
        'Made by mmgraph of its contracts. GET /_mmgraph/worlds/{id} tells ids and tokens for the variables.',
      schema: SCHEMA,
    },
    auth: { type: 'bearer', bearer: [{ key: 'token', value: '{{access_token}}', type: 'string' }] },
    variable: [
      { key: 'server', value: server },
      { key: 'version', value: 'v24.0' },
      { key: 'access_token', value: '' },
      ...ids,
    ],
    item: folders,
  }
}

function itemOf(contract: OperationContract): Item {
  const { name, method, on, edge, auth, errors, sources } = contract
  const path = ['{{version}}', ...(on === 'Graph' ? [] : [`{{${PARAMETERS[on]}}}`]), ...(edge?.split('/') ?? [])]
  const query = method === 'POST' ? [] : queryOf(contract)
  const set = query.filter(({ disabled }) => !disabled).map(({ key, value }) => `${key}=${value}`)
  const raw = `{{server}}/${path.join('/')}${set.length > 0 ? `?${set.join('&')}` : ''}`
  const url = { raw, host: ['{{server}}'], path, ...(query.length > 0 && { query }) }
  const refused = errors.length > 0 ? [`Refused with: ${errors.join(', ')}.`] : []
  return {
    name,
    request: {
      method,
      header: [],
      ...(auth.anonymous && { auth: { type: 'noauth' } }),
      ...(method === 'POST' && bodyOf(contract)),
      url,
      description: [...refused, ...sources.map(citedText)].join('\n'),
    },
    response: [],
  }
}

interface Pair {
  readonly key: string
  readonly value: string
  readonly disabled: boolean
}

/** Those that must be there are set, the others stand ready. */
function queryOf({ params }: OperationContract): Pair[] {
  return propertiesOf(params).map(([key, schema]) => ({
    key,
    value: textOf(sampleOf(schema)),
    disabled: !params.required?.includes(key),
  }))
}

function bodyOf({ params, on }: OperationContract): Item {
  if (on === 'UploadSession') return { body: { mode: 'file', file: {} } }
  const known = propertiesOf(params)
  if (!known.some(([key]) => key === 'file')) {
    const raw = JSON.stringify(sampleOf(params), null, 2)
    return { body: { mode: 'raw', raw, options: { raw: { language: 'json' } } } }
  }
  const formdata = known.map(([key, schema]) =>
    key === 'file' ? { key, type: 'file', src: [] } : { key, type: 'text', value: textOf(sampleOf(schema)) },
  )
  return { body: { mode: 'formdata', formdata } }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

const propertiesOf = ({ properties = {} }: JsonSchema): [string, JsonSchema][] =>
  Object.entries(properties as Readonly<Record<string, JsonSchema>>)
