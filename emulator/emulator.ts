import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ShakeHands } from './answer.ts'
import { createApp } from './app.ts'
import type { WallClock } from './clock.ts'
import { type Later, realTime } from './faulty-answer.ts'
import { readCallback } from './model/callback.ts'
import type { Store } from './state/store.ts'
import { refusalOf } from './webhooks/callbacks.ts'
import { shakeHands } from './webhooks/handshake.ts'
import { httpTransport, type Transport } from './webhooks/transport.ts'
import { readWorld } from './world/load.ts'
import type { World } from './world/world.ts'
import { Worlds } from './worlds.ts'

export interface EmulatorOptions {
  /** Names of shipped worlds, or paths of world files. */
  readonly worlds?: readonly string[]
  /** `running` follows real time; `still` (where absent) moves only when told to. */
  readonly clock?: 'running' | 'still'
  /** Hosts beside loopback that webhooks may be posted to. */
  readonly allowCallbacks?: readonly string[]
  readonly controlToken?: string
  /** The host that a server of it listens on. */
  readonly host?: string
  /** The day whose Graph it is, which tells the versions that live: `2026-08-01`. Where absent the world's own day. */
  readonly graphDate?: string
  /** `off`: nobody is refused for calling too often. */
  readonly limits?: 'on' | 'off'
  /** Keeps the inputs of each world from its beginning, for `mmgraph replay`. */
  readonly journal?: boolean
  /** Is shown each world that was reset or dropped, and at the end all others, for who judges what happened in them. */
  readonly worldEnded?: (world: World) => void
  /** Real milliseconds after which a world that nobody calls is dropped; those of `worlds` stay. Never where absent. */
  readonly dropUnused?: number
  /** Real milliseconds; those of this machine where absent. */
  readonly wall?: WallClock
  /** How webhooks and handshakes are sent; over HTTP where absent. */
  readonly transport?: Transport
  /** Where all that changes worlds is kept, before anybody hears of it. */
  readonly store?: Store
  /** How long the answers of a fault `latency` are held back; that many milliseconds where absent. */
  readonly later?: Later
}

/** A Graph in this process. */
export interface Emulator {
  readonly worlds: Worlds
  /** Answers one request, of Graph or of the control API. `env` carries the socket when a server calls it. */
  readonly fetch: (request: Request, env?: object) => Response | Promise<Response>
  /** Answers a call of Graph that came over a socket; `url` is absolute. For `listen`. */
  readonly handle: (incoming: IncomingMessage, outgoing: ServerResponse, url: string) => void
  /** Stops all clocks; nothing is posted any more. */
  readonly close: () => void
}

/**
 * Makes an emulator. It listens on no port by itself: see `listen`.
 * @throws BrokenWorld when a world cannot be read
 */
export function createEmulator(options: EmulatorOptions = {}): Emulator {
  const { allowCallbacks = [], transport = httpTransport, host = '127.0.0.1', controlToken, store } = options
  const graphDate = options.graphDate === undefined ? undefined : Date.parse(options.graphDate)
  const running = options.clock === 'running'
  const { limits = 'on', journal = false } = options
  const ended = options.worldEnded
  const send = store ? whenKept(transport, store) : transport
  const { dropUnused, wall = Date.now } = options
  const made = { graphDate, limits, allowCallbacks }
  const worlds = new Worlds({ send, wall, running, ...made, journal, ended, store, dropUnused })
  for (const wanted of options.worlds ?? []) {
    const { name, file } = readWorld(wanted)
    worlds.stay(worlds.create(name, file).world.id)
  }
  const later = options.later ?? realTime
  const app = createApp(worlds, shakerFor(transport, allowCallbacks), { controlToken, host }, later, store?.kept)
  return { worlds, ...app, close: () => worlds.close() }
}

/** A webhook tells of what was kept. */
function whenKept(transport: Transport, store: Store): Transport {
  return async (posting) => {
    await store.kept()
    return transport(posting)
  }
}

/** A behaviour has checked that the callback is a URL before anybody is asked. */
function shakerFor(transport: Transport, allowed: readonly string[]): ShakeHands {
  return async (callback, verifyToken, world) => {
    const challenge = world.ids.challenge()
    const url = readCallback(callback)
    const refused = url ? refusalOf(url, allowed) : `${callback} is no URL`
    if (!url || refused) {
      return { challenge, outcome: { status: 0, statusText: '', body: '' }, refused: refused ?? '' }
    }
    return shakeHands(transport, url, verifyToken, challenge)
  }
}
