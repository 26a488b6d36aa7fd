import { ANY_CALL, type ClientExchange } from '../../contracts/client/keep.ts'
import type { Touched } from '../../contracts/client/reads.ts'
import { contractsFor } from '../../contracts/match.ts'
import type { OperationContract } from '../../contracts/operation.ts'
import { edgeOperations, operations } from '../../contracts/operations.ts'
import { isSecretName } from '../../contracts/redact.ts'
import { isVersion, servingVersion, type Version } from '../../contracts/versions.ts'
import { isRecord } from '../body.ts'
import { parseFields, type Selection } from '../fields.ts'
import { typedParams } from '../typed-params.ts'
import type { KeptExchange } from '../world/records.ts'
import type { World } from '../world/world.ts'

/** What is known of an exchange beside its log. */
export interface Seen {
  readonly touched: readonly Touched[] | undefined
  /** Names of headers of the call on which its answer depends. */
  readonly headers: readonly string[]
}

/** A call of the log as the contract of a client keeps it. */
export function clientExchange(exchange: KeptExchange, world: World, { touched, headers }: Seen): ClientExchange {
  const { asked, segments } = placeOf(exchange, world)
  const contract = contractOf(exchange, segments)
  const { fields, ...params } = paramsOf(exchange, contract)
  const { method, status, error } = exchange
  const asks = method === 'GET' || fields === undefined
  return {
    operation: contract?.name ?? ANY_CALL,
    version: asked ?? 'none',
    method,
    path: `/${segments.map(shape).join('/')}`,
    params: asks ? params : { ...params, fields },
    fields: asks ? fieldsOf(fields) : [],
    headers,
    status,
    error,
    touched,
  }
}

/** The version that a call asked for, and its path without it. */
function placeOf({ path }: KeptExchange, { graphNow }: World): { asked?: Version; segments: readonly string[] } {
  const segments = path.split('/').filter(Boolean)
  const [first = '', ...rest] = segments
  return isVersion(first) && servingVersion(first, graphNow) ? { asked: first, segments: rest } : { segments }
}

/** A call that was refused early is no operation yet: it is one where its path can be of no other. */
function contractOf(exchange: KeptExchange, segments: readonly string[]): OperationContract | undefined {
  const named = operations.find(({ name }) => name === exchange.operation)
  if (named || exchange.error === undefined) return named
  const [only, ...others] = contractsFor(exchange.method, `/${segments.join('/')}`)
  return others.length === 0 ? only : undefined
}

/** What calls of any operation could send up to v25.0. @see sources graph-changelog */
const OF_ANY_CALL = ['batch', 'date_format', 'debug', 'ids', 'pretty']

function paramsOf({ params, method }: KeptExchange, contract: OperationContract | undefined): Record<string, unknown> {
  const raw = isRecord(params) ? params : {}
  const general = OF_ANY_CALL.filter((name) => raw[name] !== undefined).map((name) => [name, String(raw[name])])
  return { ...(contract ? typed(contract, raw, method) : { fields: raw.fields }), ...Object.fromEntries(general) }
}

/** As the contract reads them; where they break it, as they came. */
function typed({ params: schema }: OperationContract, raw: Record<string, unknown>, method: string): object {
  try {
    return typedParams(schema, raw, method === 'GET')
  } catch {
    return Object.fromEntries(Object.entries(raw).filter(([name]) => !isSecretName(name) && name !== 'method'))
  }
}

const edges = new Set(edgeOperations.flatMap(({ edge = '' }) => edge.split('/')))

/** A segment of a path without what it names. */
function shape(segment: string): string {
  return segment === 'me' || edges.has(segment) ? segment : '{id}'
}

/** `a{b,c}` -> `a`, `a/b`, `a/c`. What cannot be read asks for nothing. */
function fieldsOf(text: unknown): string[] {
  try {
    return pathsOf(parseFields(text) ?? [], '')
  } catch {
    return []
  }
}

function pathsOf(selections: readonly Selection[], inside: string): string[] {
  return selections.flatMap(({ name, sub }) => {
    const path = inside + (PLAIN_FIELD.test(name) ? name : '*')
    return [path, ...pathsOf(sub ?? [], `${path}/`)]
  })
}

/** A name of Graph, and nobody's number. */
const PLAIN_FIELD = /^(?!.*\d{5})[a-z][a-z0-9_]{0,80}$/
