import { milliseconds } from '../../contracts/duration.ts'
import type { Notice } from '../effects.ts'
import { useFault } from '../faults.ts'
import { days } from '../model/time.ts'
import { isWebhookFault, type WebhookFault } from '../world/fault.ts'
import type { DueDelivery } from '../world/queue.ts'
import type { World } from '../world/world.ts'
import { together } from './batch.ts'
import { enqueue, type Unnumbered } from './enqueue.ts'
import { route } from './route.ts'

/** Queues webhooks. Routed when the work is done: whoever gained an account by it hears of that account. */
export function post(world: World, notices: readonly Notice[]): void {
  const routed = notices.map((notice) => ({ notice, parcels: route(world, notice) }))
  const posts = world.rulings['webhook-batching'] === 'together' ? together(routed) : routed
  if (world.rulings['waba-webhook-order'] === 'reversed') posts.reverse()
  for (const { notice, parcels } of posts) if (parcels.length > 0) postOne(world, notice, parcels)
}

function postOne(world: World, notice: Notice, parcels: readonly Unnumbered[]): void {
  if (world.faults.length === 0 && world.waiting.length === 0) enqueue(world, parcels)
  else postFaulty(world, notice, parcels)
}

/** How long a webhook waits for one behind it, when none comes. */
const LONGEST_WAIT = days(1)

/** One that others have waited for is itself in order. */
function postFaulty(world: World, notice: Notice, parcels: readonly Unnumbered[]): void {
  const overtaken = world.waiting.filter(({ parcel, waits }) => {
    return isAbout(waits ?? {}, notice) && parcels.some(({ appId }) => appId === parcel.appId)
  })
  const asked = world.faults.filter(isWebhookFault).find((fault) => isAbout(fault, notice))
  const fault = asked?.webhooks === 'disordered' && overtaken.length > 0 ? undefined : asked
  if (!fault) enqueue(world, parcels)
  else {
    useFault(world, fault)
    postBy(world, fault, parcels)
  }
  if (fault?.webhooks !== 'delayed') letGo(world, overtaken)
}

function postBy(world: World, fault: WebhookFault, parcels: readonly Unnumbered[]): void {
  const marked = parcels.map((parcel) => ({ ...parcel, fault: fault.webhooks }))
  const { field, phone } = fault
  if (fault.webhooks === 'duplicated') enqueue(world, marked, { times: 2 })
  else if (fault.webhooks === 'delayed') enqueue(world, marked, { after: milliseconds(fault.by) ?? 0 })
  else {
    const waits = { ...(field !== undefined && { field }), ...(phone !== undefined && { phone }) }
    enqueue(world, marked, { after: LONGEST_WAIT, waits })
  }
}

/** What waited for a webhook is posted behind it. Some may have gone meanwhile, as none had come for long. */
function letGo(world: World, rows: readonly DueDelivery[]): void {
  world.waiting = world.waiting.filter((row) => !rows.includes(row))
  for (const row of rows) {
    const { n: _, waits: __, ...due } = row
    if (world.queue.remove(row)) world.schedule({ ...due, at: world.now, firstAt: world.now })
  }
}

function isAbout(wanted: { readonly field?: string; readonly phone?: string }, notice: Notice): boolean {
  const { field = notice.field, phone = notice.phone } = wanted
  return field === notice.field && phone === notice.phone
}
