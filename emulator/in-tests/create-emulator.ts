import { milliseconds } from '../../contracts/duration.ts'
import type { Finding } from '../../contracts/finding.ts'
import type { Checked, Unchecked } from '../../contracts/report/report.ts'
import { viewOf, type WorldView } from '../control/world-view.ts'
import { createEmulator as createGraph, type Emulator } from '../emulator.ts'
import { historyOf } from '../history.ts'
import { enterHappening } from '../inputs.ts'
import { type Listening, listen } from '../server.ts'
import { buildWorld } from '../world/build.ts'
import { changed } from '../world/change.ts'
import type { WorldFile } from '../world/file.ts'
import { checkWorld, readWorld } from '../world/load.ts'
import type { Delivery } from '../world/records.ts'
import type { Place } from '../worlds.ts'
import { checkOptions, type EmulatorInTest } from './options.ts'
import { FUNCTION_URL, transportFor } from './receive.ts'
import type { ShippedWorld } from './shipped.ts'

/** A Graph in a test, with one world. */
export interface TestEmulator extends Pick<WorldView, 'names' | 'people' | 'tokens' | 'secrets'> {
  /** `http://127.0.0.1:PORT`, without a slash at its end. With `port: false` a host that nobody has: for `fetch` alone. */
  readonly url: string
  /** The id of the world, which is the seed. */
  readonly id: string
  /**
   * Answers in this process, whatever the host of the address, so that it can stand in for the fetch of a client. A path
   * alone (`/v24.0/me`) will do. It reaches nobody else.
   */
  readonly fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>
  /**
   * Lets something happen that people do, and waits for the webhooks that are due at once.
   * @param params as docs/happenings.md has them; nodes by their names
   * @returns what the happening tells
   * @throws Refused when there is no such happening, or it cannot happen now
   */
  readonly happen: (name: string, params?: Readonly<Record<string, unknown>>) => Promise<unknown>
  /**
   * Moves the world's time on and waits for all that falls due, webhooks and their retries included.
   * @param by `500ms`, `30s`, `10m`, `2h`, `7d`, or milliseconds; ten years at most
   * @throws TypeError when it is no duration
   */
  readonly advance: (by: string | number) => Promise<void>
  /** Every try to post a webhook, oldest first; `body` is the text that was posted. The newest 1000. */
  readonly deliveries: () => readonly Delivery[]
  /** What the client got wrong, by the rules of docs/rules.md. Tells no token and no whole number. */
  readonly report: () => Promise<TestReport>
  /** The world as it was at its beginning: same ids, same tokens, same callback. */
  readonly reset: () => void
  /** Closes the port and ends all that is under way. Twice does no harm. */
  readonly close: () => Promise<void>
}

export interface TestReport {
  readonly findings: readonly Finding[]
  readonly checked: readonly Checked[]
  readonly unchecked: readonly Unchecked[]
}

/** Nobody has this name, by RFC 6761: a client that was not given `fetch` fails at once. */
const NOWHERE = 'http://mmgraph.invalid'
const TEN_YEARS = 3650 * 86_400_000

/**
 * Makes an emulator for a test.
 * @throws TypeError for an option that is none, BrokenWorld for a world that cannot be used, or the error of node:net
 *   (EADDRINUSE) for a port
 */
export async function createEmulator(options: EmulatorInTest): Promise<TestEmulator> {
  checkOptions(options)
  const { world, change, callback, seed = 'test', port = 0, ...rest } = options
  const { name, file } = typeof world === 'string' ? readWorld(world) : { name: 'custom', file: world }
  const ending = new AbortController()
  const receive = typeof callback === 'function' ? callback : undefined
  const emulator = createGraph({ ...rest, transport: transportFor(receive, ending.signal) })
  const heard = callback === undefined ? undefined : receive ? FUNCTION_URL : String(callback)
  emulator.worlds.create(name, fileOf(name, file, typeof world !== 'string', change, heard), seed)
  const listening = port === false ? undefined : await listen(emulator, port, '127.0.0.1')
  return testEmulator(emulator, seed, listening, ending)
}

/**
 * The ids, numbers, tokens and secrets that a shipped world with this id has in every emulator. Pure: no emulator is asked.
 * @throws BrokenWorld when no such world ships
 */
export function namesOf(world: ShippedWorld | (string & {}), id: string): WorldView {
  const { name, file } = readWorld(world)
  return viewOf(buildWorld(file, name, id, new Map(), { graphDate: undefined, limits: 'on' }))
}

/** The file with what is otherwise in it, and the callback for each of its apps. @throws BrokenWorld */
function fileOf(
  name: string,
  file: WorldFile,
  isOwn: boolean,
  change: object | undefined,
  callback: string | undefined,
): WorldFile {
  const wanted = change || isOwn ? checkWorld(name, changed(file, change ?? {})) : file
  if (callback === undefined) return wanted
  const apps = Object.fromEntries(Object.keys(wanted.apps).map((app) => [app, { callback }]))
  return changed(wanted, { apps }) as WorldFile
}

function testEmulator(
  emulator: Emulator,
  id: string,
  listening: Listening | undefined,
  ending: AbortController,
): TestEmulator {
  const place = (): Place => {
    const found = emulator.worlds.get(id)
    if (!found) throw new Error('This emulator was closed.')
    return found
  }
  const { names, people, tokens, secrets } = viewOf(place().world)
  const url = listening?.url ?? NOWHERE
  return {
    ...{ url, id, names, people, tokens, secrets },
    fetch: async (input, init) => emulator.fetch(requestOf(input, init, url)),
    happen: (name, params = {}) => happen(place(), name, params),
    advance: async (by) => place().clock.advance(durationOf(by)),
    deliveries: () => place().world.deliveries.list(),
    report: () => report(place()),
    reset: () => void emulator.worlds.reset(place()),
    close: () => {
      ending.abort()
      emulator.close()
      return listening?.close() ?? Promise.resolve()
    },
  }
}

function requestOf(input: string | URL | Request, init: RequestInit | undefined, url: string): Request {
  return new Request(input instanceof Request ? input : new URL(input, url), init)
}

async function happen({ world, clock }: Place, name: string, params: Readonly<Record<string, unknown>>) {
  clock.follow()
  const result = enterHappening(world, name, params)
  await clock.advance(0)
  return result
}

function durationOf(by: string | number): number {
  const found = typeof by === 'number' ? by : milliseconds(by)
  if (found !== undefined && found >= 0 && found <= TEN_YEARS) return found
  throw new TypeError(`advance: '${by}' is no duration up to 3650d; examples are 500ms, 30s, 10m, 2h, 7d`)
}

async function report({ world, clock }: Place): Promise<TestReport> {
  // Only who asks pays for the rules: they would cost each start.
  const { judge, judged, notJudged } = await import('../../contracts/judge.ts')
  clock.follow()
  const history = historyOf(world, clock.running ? 'running' : 'still')
  return { findings: judge(history), checked: judged(history), unchecked: notJudged(history) }
}
