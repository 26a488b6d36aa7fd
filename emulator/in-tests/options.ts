import { instead, listed } from '../../contracts/nearest.ts'
import { WORLD_ID } from '../control/worlds.ts'
import type { WorldFile } from '../world/file.ts'
import type { ShippedWorld } from './shipped.ts'

/** Gets the signed webhook; a Response that it gives, or promises, is its answer, and anything else is 200. */
export type Receive = (webhook: Request) => unknown

/** What an emulator in a test is made of. */
export interface EmulatorInTest {
  /** The name of a shipped world, the path of a world file, or a world file itself. */
  readonly world: ShippedWorld | (string & {}) | WorldFile
  /** What is otherwise in the world, by JSON Merge Patch: null takes a key away. */
  readonly change?: Readonly<Record<string, unknown>>
  /**
   * Who hears of every webhook field, for each app of the world and all accounts that it may see: an http(s) URL of this
   * machine, or a function in this process. Nobody where absent, until your client subscribes.
   */
  readonly callback?: string | URL | Receive
  /** Decides ids, tokens and secrets; it is the id of the world. Small letters, digits, dots, dashes and _; `test` where absent. */
  readonly seed?: string
  /** `still` (where absent) moves only by `advance`; `running` follows real time. */
  readonly clock?: 'still' | 'running'
  /** The port of 127.0.0.1 for `url`; 0 (where absent) picks a free one, `false` opens none. */
  readonly port?: number | false
  /** The day whose Graph versions live, as `2026-08-01`; the world's own where absent. */
  readonly graphDate?: string
  /** `off`: nobody is refused for calling too often. `on` where absent. */
  readonly limits?: 'on' | 'off'
  /** Hosts beside this machine that webhooks may be posted to. */
  readonly allowCallbacks?: readonly string[]
}

type Check = readonly [isGood: (value: unknown) => boolean, allowed: string]

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''
const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value)
const oneOf = (...words: string[]): Check => [(value) => words.includes(value as string), words.join(' or ')]

const checks: Readonly<Record<keyof EmulatorInTest, Check>> = {
  world: [(value) => isText(value) || isObject(value), 'the name of a shipped world, a path, or a world file'],
  change: [isObject, 'an object that is laid over the world file'],
  callback: [
    (value) => typeof value === 'function' || value instanceof URL || isText(value),
    'a URL of this machine or a function',
  ],
  seed: [
    (value) => isText(value) && new RegExp(WORLD_ID).test(value),
    'up to 100 small letters, digits, dots, dashes and _, a letter or digit first',
  ],
  clock: oneOf('still', 'running'),
  port: [
    (value) => value === false || (Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 65_535),
    '0 to 65535, or false for none',
  ],
  graphDate: [
    (value) => isText(value) && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)),
    'a day like 2026-08-01',
  ],
  limits: oneOf('on', 'off'),
  allowCallbacks: [(value) => Array.isArray(value) && value.every(isText), 'a list of hosts'],
}

export const optionNames: readonly string[] = Object.keys(checks)

/** Options that nobody can mean. @throws TypeError that names the option and what is allowed */
export function checkOptions(options: unknown): asserts options is EmulatorInTest {
  if (!isObject(options)) throw new TypeError("createEmulator needs options, as { world: 'ready-to-send' }")
  for (const [name, value] of Object.entries(options as object)) {
    if (!Object.hasOwn(checks, name)) {
      throw new TypeError(`createEmulator: there is no option '${name}'; ${instead(name, optionNames)}`)
    }
    if (value !== undefined) checkOption(name as keyof EmulatorInTest, value)
  }
  if ((options as Partial<EmulatorInTest>).world === undefined) {
    throw new TypeError(`createEmulator: world is missing; options are ${listed(optionNames)}`)
  }
}

function checkOption(name: keyof EmulatorInTest, value: unknown): void {
  const [isGood, allowed] = checks[name]
  if (!isGood(value)) throw new TypeError(`createEmulator: ${name} must be ${allowed}, not ${shown(value)}`)
}

function shown(value: unknown): string {
  return typeof value === 'object' || typeof value === 'function' ? typeof value : `'${String(value)}'`
}
