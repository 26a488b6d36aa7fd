import { checkWebhook } from '../check-webhook.ts'
import type { OperationContract } from '../operation.ts'
import { operations } from '../operations.ts'
import type { Version } from '../versions.ts'
import { webhooks } from '../webhooks.ts'
import { type AskedVersion, type ClientCall, type ClientContract, type ClientWebhook, FORMAT } from './format.ts'
import { readsOf, type Touched } from './reads.ts'
import { sentNames, sentParams } from './sent.ts'

/** One call of a client, as its log has it. */
export interface ClientExchange {
  readonly operation: string
  readonly version: AskedVersion
  readonly method: string
  /** The path without its version and with a type for its id, where it is no operation that the contracts know. */
  readonly path: string
  /** As the contract reads them. */
  readonly params: unknown
  /** What `fields` asked for: `owner_business/name`. */
  readonly fields: readonly string[]
  readonly headers: readonly string[]
  readonly status: number
  readonly error?: string | undefined
  /** Undefined: it could not be seen what was touched. */
  readonly touched?: readonly Touched[] | undefined
}

/** One webhook that was posted to a client. */
export interface ClientDelivery {
  readonly field: string
  /** `value` of its change. */
  readonly value: unknown
  readonly version: Version
  readonly status: number
  readonly touched?: readonly Touched[] | undefined
}

export interface Kept {
  readonly client: string
  readonly graph: ClientContract['graph']
  readonly exchanges: readonly ClientExchange[]
  readonly deliveries: readonly ClientDelivery[]
}

/** Makes the contract of a client of what it did. The same calls make the same contract, in whatever order they came. */
export function keepClient({ client, graph, exchanges, deliveries }: Kept): ClientContract {
  const { day, rulings } = graph
  const calls = grouped(exchanges, ({ operation, version, method, path }) =>
    [operation, version, operation === ANY_CALL ? `${method} ${path}` : ''].join(' '),
  )
  const events = grouped(deliveries, ({ field, value, version }) => `${field} ${eventOf(field, value)} ${version}`)
  return {
    contract: FORMAT,
    client,
    graph: { day, rulings: Object.fromEntries(Object.entries(rulings).sort()) },
    calls: calls.map(callOf),
    webhooks: events.map(webhookOf),
  }
}

/** What stands for the operation of calls that are about none, or about several. */
export const ANY_CALL = 'graph'

function callOf(exchanges: readonly [ClientExchange, ...ClientExchange[]]): ClientCall {
  const [first] = exchanges
  const contract = operations.find(({ name }) => name === first.operation)
  const sent = exchanges.map(({ params, status }) => ({ params, answered: isAnswer(status) }))
  const asked = exchanges.map(({ fields, status }) => ({ has: new Set(fields), answered: isAnswer(status) }))
  const answers = exchanges.filter(({ status }) => isAnswer(status))
  const refusals = grouped(
    exchanges.filter(({ error }) => error !== undefined),
    ({ error = '' }) => error,
  )
  const errors = refusals.map((same): [string, ClientCall['reads']] => [
    same[0].error ?? '',
    readsOf({}, same.map(touchedOf)),
  ])
  return {
    operation: first.operation,
    version: first.version,
    call: contract ? placeOf(contract) : `${first.method} ${first.path}`,
    params: sentParams(contract?.params ?? {}, sent),
    fields: sentNames(asked),
    headers: [...new Set(exchanges.flatMap(({ headers }) => headers))].sort(),
    answered: answers.length > 0,
    reads: readsOf(contract?.reply ?? {}, answers.map(touchedOf)),
    errors: Object.fromEntries(errors),
  }
}

/** 304 is the answer that the client has already. */
function isAnswer(status: number): boolean {
  return status === 200 || status === 304
}

/** `POST /{Business}/onboard_partners_to_mm_lite` */
export function placeOf({ method, on, edge }: OperationContract): string {
  const node = on === 'Graph' ? [] : [`{${on}}`]
  return `${method} /${[...node, ...(edge ? [edge] : [])].join('/')}`
}

function webhookOf(deliveries: readonly [ClientDelivery, ...ClientDelivery[]]): ClientWebhook {
  const [{ field, value, version }] = deliveries
  const event = eventOf(field, value)
  const schema = webhooks.find((known) => known.field === field)?.events[event]?.value ?? {}
  const answers = [...new Set(deliveries.map(({ status }) => status))].sort((a, b) => a - b)
  return { field, event, version, answers, reads: readsOf(schema, deliveries.map(touchedOf)) }
}

function eventOf(field: string, value: unknown): string {
  return checkWebhook(field, value)?.event ?? 'unknown'
}

function touchedOf({ touched }: { readonly touched?: readonly Touched[] | undefined }): readonly Touched[] | undefined {
  return touched
}

/** Lists of those with the same key, in the order of the keys. */
function grouped<T>(all: readonly T[], keyOf: (one: T) => string): [T, ...T[]][] {
  const groups = new Map<string, [T, ...T[]]>()
  for (const one of all) {
    const key = keyOf(one)
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group)
}
