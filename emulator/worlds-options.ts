import type { WallClock } from './clock.ts'
import type { Store } from './state/store.ts'
import type { Transport } from './webhooks/transport.ts'
import type { MoreOfWorld } from './world/seed.ts'
import type { World } from './world/world.ts'

/** What an emulator was told of its worlds. */
export interface WorldsOptions extends MoreOfWorld {
  readonly send: Transport
  readonly wall: WallClock
  readonly running: boolean
  readonly journal?: boolean
  /** Real milliseconds after which a world that nobody calls is dropped; never where absent. */
  readonly dropUnused?: number | undefined
  /** Is shown each world that was reset or dropped, as it was then. */
  readonly ended?: ((world: World) => void) | undefined
  /** Is told all that changes a world. */
  readonly store?: Store | undefined
}
