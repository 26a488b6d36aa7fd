import { Refused } from './happening.ts'
import { happen } from './happenings.ts'
import { progress } from './sending/progress.ts'
import type { DueDelivery } from './world/queue.ts'
import type { World } from './world/world.ts'

/** Takes the next row off the queue of a world and lets happen what it says. Answers the webhook that is to be posted, if it is one. */
export function beginNext(world: World): DueDelivery | undefined {
  const due = world.queue.pop()
  if (!due) return undefined
  world.journal.begin(due.at, world.now)
  world.now = Math.max(world.now, due.at)
  if (due.kind === 'delivery') return due
  if (due.kind === 'message') progress(world, due.message)
  else tryHappening(world, due.name, due.params)
  return undefined
}

/** What was to happen by itself may have become impossible meanwhile: then it does not happen. */
function tryHappening(world: World, name: string, params: Readonly<Record<string, unknown>>): void {
  try {
    happen(world, name, params)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
  }
}
