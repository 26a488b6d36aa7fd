import { Hono } from 'hono'
import { enterRedelivery } from '../inputs.ts'
import { shown } from '../world/records.ts'
import type { Place, Worlds } from '../worlds.ts'
import { BadInput, chosen } from './input.ts'
import { placeOf } from './world-view.ts'

interface Kept {
  readonly entries: (place: Place) => readonly object[]
  readonly filters: readonly string[]
  readonly order?: Parameters<typeof chosen>[3]
}

/** What can be looked at in a world, newest last, and the fields by which each can be filtered. */
const LOGS: Readonly<Record<string, Kept>> = {
  due: { entries: ({ world }) => world.queue.list(), filters: ['kind', 'name'], order: 'first' },
  mailbox: { entries: ({ world }) => world.mailbox.list(), filters: ['business', 'kind', 'request'] },
  messages: {
    entries: ({ world }) => world.traffic.messages.list(),
    filters: ['to', 'status', 'type', 'category', 'phoneId', 'templateId', 'fails'],
    order: 'unnumbered',
  },
  clicks: { entries: ({ world }) => world.traffic.clicks.list(), filters: ['id', 'messageId'], order: 'unnumbered' },
  deliveries: {
    entries: ({ world }) => world.deliveries.list(),
    filters: ['event', 'field', 'app', 'url', 'attempt', 'status'],
  },
  exchanges: {
    entries: ({ world }) => world.exchanges.list().map(shown),
    filters: ['method', 'operation', 'as', 'error', 'status'],
  },
}

/** What is due, the mailbox, the messages, the webhooks that were posted, the calls that came. */
export function logRoutes(worlds: Worlds): Hono {
  const routes = new Hono()
  for (const [log, { entries, filters, order }] of Object.entries(LOGS)) {
    routes.get(`/:id/${log}`, (context) => {
      const place = placeOf(worlds, context.req.param('id'))
      place.clock.follow()
      return context.json({ data: chosen(context, entries(place), filters, order) })
    })
  }
  routes.post('/:id/deliveries/:n/redeliver', async (context) => {
    const place = placeOf(worlds, context.req.param('id'))
    return context.json(await redeliver(place, context.req.param('n')))
  })
  return routes
}

/** Posts the same body once more, as a new event, to where it went; answers the first try of it. */
async function redeliver({ world, clock }: Place, n: string): Promise<object> {
  clock.follow()
  const delivery = /^\d{1,9}$/.test(n) ? world.deliveries.find(Number(n)) : undefined
  if (!delivery) throw new BadInput(`There is no delivery ${n}; GET deliveries lists those that are kept.`, 404)
  const event = enterRedelivery(world, delivery)
  await clock.advance(0)
  return world.deliveries.list().find((entry) => entry.event === event) ?? { event, url: delivery.url, status: null }
}
