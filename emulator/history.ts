import type { History, HistoryCall, HistoryDelivery } from '../contracts/history.ts'
import { redact } from '../contracts/redact.ts'
import { statusOfAccount } from './model/onboarding-status.ts'
import type { Delivery, KeptExchange } from './world/records.ts'
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
  return { world: world.id, clock, ...graphAt, onboarded: onboardedIn(world), calls, deliveries, forgotten }
}

function onboardedIn(world: World): Readonly<Record<string, readonly string[]>> {
  const numbers = world.list('WhatsAppBusinessAccountToNumberCurrentStatus')
  const marketing = world.list('WhatsAppBusinessHSM').filter(({ category }) => category === 'MARKETING')
  const sending = numbers.filter(({ accountId }) => {
    return statusOfAccount(world, world.need('WhatsAppBusinessAccount', accountId)) === 'ONBOARDED'
  })
  const namesOf = (account: string): string[] =>
    marketing.filter(({ accountId }) => accountId === account).map(({ name }) => name)
  return Object.fromEntries(sending.map(({ id, accountId }) => [id, namesOf(accountId)]))
}

/** All calls have the same keys in the same order: rules read each of them many times, and such objects fast. */
function callOf(kept: KeptExchange): HistoryCall {
  const { n, at, method, path, status, operation, error, tokenIn, token, part, regain, fault, injected } = kept
  const params = kept.raw ? redact(kept.params) : kept.params
  const reply = kept.raw ? redact(kept.reply) : kept.reply
  return { n, at, method, path, params, status, reply, operation, error, tokenIn, token, part, regain, fault, injected }
}

function deliveryOf(delivery: Delivery): HistoryDelivery {
  const { n, at, calls, event, field, app, attempt, status, took, fault, body } = delivery
  const more = { ...(took !== undefined && { took }), ...(fault && { fault }) }
  return { n, at, calls, event, field, app, attempt, status, body, ...more }
}
