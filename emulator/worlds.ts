import { Clock, type WallClock } from './clock.ts'
import { boundsOf, USUAL_INPUTS } from './journal/bounds.ts'
import { CannotCome } from './journal/replay.ts'
import { replayed } from './journal/replayed.ts'
import { LastUse } from './last-use.ts'
import type { KeptWorld } from './state/kept-worlds.ts'
import type { Store } from './state/store.ts'
import type { Transport } from './webhooks/transport.ts'
import { buildWorld } from './world/build.ts'
import type { WorldFile } from './world/file.ts'
import type { JournalBounds } from './world/journal.ts'
import { readWorld, shippedWorlds } from './world/load.ts'
import { readNamedToken } from './world/named-token.ts'
import type { DueDelivery } from './world/queue.ts'
import type { MoreOfWorld } from './world/seed.ts'
import type { Directory, World } from './world/world.ts'
import type { WorldsOptions } from './worlds-options.ts'

/** One world with its clock and what it was made of. */
export interface Place {
  readonly world: World
  readonly clock: Clock
  readonly file: WorldFile
}

/** So many worlds are there that a token made; one more takes the place of the longest unused. */
export const MOST_BY_TOKEN = 1000

/** All worlds of one emulator. They share nothing but the directory that tells whose a token or app id is. */
export class Worlds {
  readonly #places = new Map<string, Place>()
  readonly #directory: Directory = new Map()
  readonly #made = new Map<string, number>()
  readonly #byToken = new Set<string>()
  readonly #lastUse: LastUse
  readonly #send: Transport
  readonly #wall: WallClock
  readonly #running: boolean
  readonly more: MoreOfWorld
  readonly #journal: boolean
  readonly #ended: (world: World) => void
  readonly #keep: Store['add'] | undefined
  /** Where inputs of worlds are kept that keep no journal themselves. */
  readonly store: Store | undefined

  constructor(options: WorldsOptions) {
    this.#send = options.send
    this.#wall = options.wall
    this.#running = options.running
    this.#journal = options.journal ?? false
    this.#lastUse = new LastUse(options.wall, options.dropUnused ?? Number.POSITIVE_INFINITY)
    this.#ended = options.ended ?? (() => undefined)
    this.store = options.store
    this.#keep = options.store?.add
    this.more = { graphDate: options.graphDate, limits: options.limits, allowCallbacks: options.allowCallbacks ?? [] }
  }

  /**
   * Makes a world of a file. The id is its seed: without one it is the name, and for the second of a name `name-2`.
   * @param journal whether its inputs are kept; what the emulator was told where absent
   * @throws BrokenWorld
   */
  create(name: string, file: WorldFile, id = this.#nextId(name), journal = this.#journal): Place {
    const place = this.#open(file, name, id, this.#running, journal ? boundsOf() : undefined)
    this.#lastUse.begin(id)
    return place
  }

  /** A world of this id that was made of this shipped one, now if there is none. Undefined: the id is that of another. */
  ofFixture(fixture: string, id: string): Place | undefined {
    const place = this.get(id)
    if (place) return place.world.name === fixture ? place : undefined
    this.#makeRoom()
    this.#byToken.add(id)
    return this.create(fixture, readWorld(fixture).file, id)
  }

  /** From now on the world is never dropped for being unused. */
  stay(id: string): void {
    this.#lastUse.forget(id)
  }

  /** Real milliseconds until it is dropped, if nobody calls it. Undefined: it stays. */
  dropsIn(id: string): number | undefined {
    return this.#lastUse.left(id)
  }

  get(id: string): Place | undefined {
    this.#dropUnused()
    this.#lastUse.touch(id)
    return this.#places.get(id)
  }

  list(): Place[] {
    this.#dropUnused()
    return [...this.#places.values()]
  }

  drop(id: string): boolean {
    const place = this.#places.get(id)
    if (!place) return false
    this.#end(place)
    this.#keep?.({ drop: id })
    this.#lastUse.forget(id)
    this.#byToken.delete(id)
    return this.#places.delete(id)
  }

  /** The world as it was at its beginning, with the same ids and tokens; its journal begins anew. */
  reset(place: Place): Place {
    const { world, file, clock } = place
    const { running } = clock
    this.#end(place)
    return this.#open(file, world.name, world.id, running, world.journal.bounds, { ...this.more, ...world.more })
  }

  #end({ world, clock }: Place): void {
    clock.close()
    // A call of it may still be under way; a world that begins anew with this id does not hear of it.
    world.journal.tell(undefined)
    world.leave()
    this.#ended(world)
  }

  #open(
    file: WorldFile,
    name: string,
    id: string,
    running: boolean,
    journal: JournalBounds | undefined,
    more = this.more,
  ): Place {
    const world = buildWorld(file, name, id, this.#directory, more)
    if (journal) world.journal.start(journal)
    const { graphDate = null, limits } = more
    this.#keep?.({ open: { id, name, world: file, graphDate, limits } })
    return this.#enter(world, file, running)
  }

  #enter(world: World, file: WorldFile, running: boolean, underWay: readonly DueDelivery[] = []): Place {
    const place = { world, file, clock: new Clock(world, this.#send, this.#wall) }
    this.#places.set(world.id, place)
    const keep = this.#keep
    if (keep) world.journal.tell((input) => keep({ of: world.id, input }))
    place.clock.post(underWay)
    this.run(place, running)
    return place
  }

  /** Lets the clock of a world follow real time, or stand still. */
  run({ world, clock }: Place, running: boolean): void {
    this.#keep?.({ of: world.id, running })
    if (!running) clock.stop()
    else clock.start()
    clock.kick()
  }

  /**
   * Opens a world as it was kept: its inputs come once more. What was posted and not answered is posted again.
   * @throws BrokenWorld, CannotCome
   */
  restore(kept: KeptWorld): Promise<Place> {
    return this.#again(kept, this.#journal)
  }

  /**
   * Takes a world in that was exported elsewhere: it goes on from there, with its journal on.
   * @throws BrokenWorld, CannotCome
   */
  async import(kept: Omit<KeptWorld, 'running'>): Promise<Place> {
    const { opening, inputs } = kept
    const place = await this.#again({ ...kept, running: this.#running }, true, () => {
      this.#keep?.({ open: opening })
      for (const input of inputs) this.#keep?.({ of: opening.id, input })
    })
    this.#lastUse.begin(opening.id)
    return place
  }

  async #again(kept: KeptWorld, journal: boolean, came?: () => void): Promise<Place> {
    const { id, name, world: file, graphDate, limits } = kept.opening
    const world = buildWorld(file, name, id, this.#directory, {
      ...this.more,
      graphDate: graphDate ?? undefined,
      limits,
    })
    try {
      if (journal) world.journal.start(boundsOf(kept.inputs.length + USUAL_INPUTS))
      // The rows are counted, and kept already.
      world.journal.tell(() => undefined)
      const underWay = await replayed(world, kept)
      if (this.#places.has(id)) throw new CannotCome(`a world ${id} was made meanwhile`)
      came?.()
      return this.#enter(world, file, kept.running, underWay)
    } catch (error) {
      world.leave()
      throw error
    }
  }

  /** Whether one of the worlds gave this token. */
  gave(token: string): boolean {
    return this.#directory.has(token)
  }

  /** The world that a token, an app id or a client id tells; the first one where nothing tells. */
  of(token: string | undefined, hints: readonly unknown[]): Place | undefined {
    this.#dropUnused()
    const known = token === undefined ? undefined : this.#directory.get(token)
    if (known) return this.get(known.id)
    const named = token === undefined ? undefined : this.#named(token)
    if (named) return named
    const told = [token?.split('|')[0], ...hints]
      .map((key) => (typeof key === 'string' ? this.#directory.get(key) : undefined))
      .find(Boolean)
    return told ? this.get(told.id) : this.#places.values().next().value
  }

  /** The world that a token names. It is made when the token is one that it will have. */
  #named(token: string): Place | undefined {
    const asked = readNamedToken(token)
    if (!asked || !shippedWorlds().includes(asked.fixture)) return undefined
    if (!Object.hasOwn(readWorld(asked.fixture).file.tokens, asked.name)) return undefined
    return this.ofFixture(asked.fixture, asked.id)
  }

  /** Looked at whenever somebody comes: a world costs nothing that matters until others are made. */
  #dropUnused(): void {
    for (const id of this.#lastUse.unused()) this.drop(id)
  }

  #makeRoom(): void {
    if (this.#byToken.size < MOST_BY_TOKEN) return
    for (const id of this.#lastUse.ids()) {
      if (this.#byToken.has(id)) {
        this.drop(id)
        return
      }
    }
  }

  /** Ends all, and forgets nothing that is kept. */
  close(): void {
    for (const place of this.#places.values()) this.#end(place)
    this.#places.clear()
  }

  /** Counts on after a world was dropped, so that no id comes twice. */
  #nextId(name: string): string {
    const count = (this.#made.get(name) ?? 0) + 1
    this.#made.set(name, count)
    const id = count === 1 ? name : `${name}-${count}`
    return this.#places.has(id) ? this.#nextId(name) : id
  }
}
