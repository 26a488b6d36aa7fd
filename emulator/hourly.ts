import { hours } from './model/time.ts'
import type { Usage } from './world/records.ts'
import type { World } from './world/world.ts'

const WINDOW = hours(1)

/** Counts a call towards a limit of an hour, which begins with its first call. */
export function addCall(world: World, key: string): Usage {
  const before = world.usage.get(key)
  const current = before && world.now - before.since < WINDOW ? before : { since: world.now, count: 0 }
  const after = { ...current, count: current.count + 1 }
  world.usage.set(key, after)
  return after
}

/** Counts an error towards an hour that has begun. */
export function addError(world: World, key: string): void {
  const usage = world.usage.get(key)
  if (usage) world.usage.set(key, { ...usage, errors: (usage.errors ?? 0) + 1 })
}

/** Whole minutes until the hour is over. */
export function minutesLeft(usage: Usage, now: number): number {
  return Math.ceil(timeLeft(usage, now) / 60_000)
}

/** Whole seconds until the hour is over. */
export function secondsLeft(usage: Usage, now: number): number {
  return Math.ceil(timeLeft(usage, now) / 1000)
}

function timeLeft({ since }: Usage, now: number): number {
  return since + WINDOW - now
}
