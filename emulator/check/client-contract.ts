import type { ClientContract } from '../../contracts/client/format.ts'
import { type ClientDelivery, keepClient } from '../../contracts/client/keep.ts'
import type { Touched } from '../../contracts/client/reads.ts'
import { defaultRulings, type RulingName } from '../../contracts/rulings.ts'
import { today, UNVERSIONED, type Version } from '../../contracts/versions.ts'
import { isRecord } from '../body.ts'
import type { Delivery } from '../world/records.ts'
import type { World } from '../world/world.ts'
import { clientExchange } from './client-exchange.ts'
import type { HeadersSeen } from './headers-seen.ts'
import { nothingSeen, type TouchReport } from './touch-report.ts'

/** What was seen of a client beside the logs of its worlds. */
export interface Sight {
  readonly touches?: TouchReport
  readonly headers?: HeadersSeen
}

/**
 * The contract of a client, of the logs of the worlds that it used. Logs are bounded: what they have dropped is not in it
 * (`lostOf`).
 * @param client what was run: `npm test`
 */
export function contractOfClient(client: string, worlds: readonly World[], sight: Sight = {}): ClientContract {
  const { touches = nothingSeen, headers } = sight
  const days = worlds.map(({ graphNow }) => today(graphNow)).sort()
  return keepClient({
    client,
    graph: { day: days.at(-1) ?? today(0), rulings: rulingsOf(worlds) },
    exchanges: worlds.flatMap((world) =>
      world.exchanges.list().map((exchange) => {
        const { trace } = exchange
        const seen = { touched: touches.ofReply(world.id, trace), headers: headers?.(world.id, trace) ?? [] }
        return clientExchange(exchange, world, seen)
      }),
    ),
    deliveries: worlds.flatMap((world) =>
      world.deliveries.list().flatMap((delivery) => deliveryOf(delivery, world, touches)),
    ),
  })
}

/** How many calls and webhooks the logs have dropped: the contract knows nothing of them. */
export function lostOf(worlds: readonly World[]): number {
  return worlds.reduce((sum, { exchanges, deliveries }) => sum + exchanges.dropped + deliveries.dropped, 0)
}

/** The sides that all worlds take, of those that are not taken by default. */
function rulingsOf(worlds: readonly World[]): Record<string, string> {
  const names = Object.keys(defaultRulings) as RulingName[]
  const [first, ...others] = worlds.map(({ rulings }) => rulings)
  const taken = names.filter(
    (name) => first && first[name] !== defaultRulings[name] && others.every((rulings) => rulings[name] === first[name]),
  )
  return Object.fromEntries(taken.map((name) => [name, first?.[name] ?? '']))
}

function deliveryOf(delivery: Delivery, world: World, touches: TouchReport): ClientDelivery[] {
  const { app, field, status, body, signatures } = delivery
  const version = (world.get('Application', app)?.subscription?.version ?? UNVERSIONED) as Version
  const touched = touches.ofWebhook(signatures['X-Hub-Signature-256'] ?? '')?.flatMap(withinValue)
  return valuesOf(JSON.parse(body)).map((value) => ({ field, value, version, status, touched }))
}

function valuesOf(body: unknown): unknown[] {
  const entries = isRecord(body) && Array.isArray(body.entry) ? body.entry : []
  const changes = entries.flatMap((entry) => (isRecord(entry) && Array.isArray(entry.changes) ? entry.changes : []))
  return changes.flatMap((change) => (isRecord(change) ? [change.value] : []))
}

const VALUE = '/entry/*/changes/*/value'

/** A touch of a whole body as one of the value in it. What leads to it, or stands beside it, is no part of it. */
function withinValue({ path, how }: Touched): Touched[] {
  if (path.startsWith(VALUE)) return [{ path: path.slice(VALUE.length), how }]
  return how === 'copied' && VALUE.startsWith(path) ? [{ path: '', how }] : []
}
