import type { KeptWorld } from '../state/kept-worlds.ts'
import type { DueDelivery } from '../world/queue.ts'
import type { World } from '../world/world.ts'
import { CannotCome, Replay } from './replay.ts'

/**
 * Lets the inputs that were kept of a world come once more.
 * @returns webhooks of which nobody knows what came of them
 * @throws CannotCome
 */
export async function replayed(world: World, { inputs, digest }: KeptWorld): Promise<readonly DueDelivery[]> {
  const replay = new Replay(world)
  for (const row of inputs) await replay.enter(row)
  if (digest !== undefined && digest !== replay.state) throw new CannotCome('its inputs give another world')
  return replay.underWay
}
