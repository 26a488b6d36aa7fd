import type { History, HistoryCall, HistoryDelivery } from '../contracts/history.ts'
import { type Delivery, type KeptExchange, shown } from './world/records.ts'
import type { World } from './world/world.ts'

/** What the log of a world tells of its client. @param clock whether its time ran with the real one */
export function historyOf(world: World, clock: History['clock'] = 'running'): History {
  const calls = world.exchanges.list().map(callOf)
  const deliveries = world.deliveries.list().map(deliveryOf)
  const forgotten = {
    calls: world.exchanges.last - calls.length,
    deliveries: world.deliveries.last - deliveries.length,
  }
  const graphAt = world.graphNow === world.now ? {} : { graphAt: world.graphNow }
  return { world: world.id, clock, ...graphAt, calls, deliveries, forgotten }
}

function callOf(kept: KeptExchange): HistoryCall {
  const { operation, error, as: _, why: __, source: ___, ...exchange } = shown(kept)
  return { ...exchange, ...(operation && { operation }), ...(error && { error }) }
}

function deliveryOf(delivery: Delivery): HistoryDelivery {
  const { n, at, calls, event, field, app, attempt, status, took, fault, body } = delivery
  const more = { ...(took !== undefined && { took }), ...(fault && { fault }) }
  return { n, at, calls, event, field, app, attempt, status, body, ...more }
}
