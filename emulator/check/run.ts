import { hideInText } from '../../contracts/report/hide-secrets.ts'
import { createEmulator, type Emulator } from '../emulator.ts'
import { enterFault } from '../inputs.ts'
import { type Listening, listen } from '../server.ts'
import { changed } from '../world/change.ts'
import type { ErrorFault } from '../world/fault.ts'
import type { WorldFile } from '../world/file.ts'
import type { World } from '../world/world.ts'
import { type ChildPlan, type Ended, runChild } from './child.ts'
import type { Sight } from './client-contract.ts'
import { seeHeaders } from './headers-seen.ts'
import type { Row } from './preload/log.ts'
import { type Log, openLog, redirection, touching } from './told.ts'
import { filled, namesOf, variablesOf } from './variables.ts'

/** One run of a command: what it is, and the worlds that it is run against. */
export interface RunPlan {
  readonly command: readonly string[]
  readonly worlds: readonly { readonly name: string; readonly file: WorldFile }[]
  /** The side of a ruling that all worlds take, by its name. */
  readonly rulings: Readonly<Record<string, string>>
  /** Templates of variables: see variables.ts. */
  readonly templates: Readonly<Record<string, string>>
  /** The environment of this process. */
  readonly env: NodeJS.ProcessEnv
  /** Milliseconds. */
  readonly limit: number
  readonly output: ChildPlan['output']
  readonly stop?: AbortSignal
  /** What goes wrong in the first world. */
  readonly fault?: ErrorFault
  /** It is looked at which parts of replies are read, and which headers come. */
  readonly watched?: boolean
}

/** What a run came to. */
export interface Run extends Ended {
  /** Every world that there was, as it was at its end; those that the command reset or dropped, too. */
  readonly worlds: readonly World[]
  readonly told: readonly Row[]
  /** Milliseconds. */
  readonly took: number
  /** What was seen of the client beside the logs of the worlds, where it was watched. */
  readonly sight: Sight
}

const HOST = '127.0.0.1'
/** So many calls and webhooks are kept of each world; a world keeps fewer where nothing is said. */
const KEPT = 100_000

/** Runs a command once, against an emulator of its own on a free port. @throws BrokenCheck, BrokenWorld */
export async function runOnce(plan: RunPlan): Promise<Run> {
  const worlds: World[] = []
  const emulator = createEmulator({ clock: 'running', worldEnded: (world) => worlds.push(world) })
  const log = openLog()
  try {
    const listening = await opened(emulator, plan)
    const [first] = emulator.worlds.list()
    if (plan.fault && first) enterFault(first.world, plan.fault)
    const headers = plan.watched ? seeHeaders(listening.server) : undefined
    const began = performance.now()
    const ended = await runChild({ ...plan, env: environment(plan, emulator, listening, log) })
    const took = performance.now() - began
    await listening.close()
    const sight = headers ? { headers, touches: log.touches() } : {}
    return { ...ended, worlds, told: log.rows(), took, sight }
  } finally {
    emulator.close()
    log.close()
  }
}

function opened(emulator: Emulator, plan: RunPlan): Promise<Listening> {
  const retention = { exchanges: KEPT, deliveries: KEPT }
  for (const { name, file } of plan.worlds) {
    emulator.worlds.create(name, changed(file, { retention, rulings: plan.rulings }) as WorldFile)
  }
  return listen(emulator, 0, HOST)
}

function environment(plan: RunPlan, emulator: Emulator, { url }: Listening, log: Log): NodeJS.ProcessEnv {
  const worlds = emulator.worlds.list().map(({ world }) => world)
  const own = filled(plan.templates, namesOf(url, worlds))
  const redirected = redirection({ ...plan.env, ...own }, Number(new URL(url).port), log.file)
  return {
    ...plan.env,
    ...variablesOf(url, worlds),
    ...own,
    ...redirected,
    ...(plan.watched && touching(redirected, log.touchesFile)),
  }
}

/** So many lines tell most failures. */
const LAST_LINES = 12

/** What a command said last, without secrets and whole phone numbers. */
export function tailOf({ stdout, stderr }: Ended): string {
  const said = (stderr.trim() ? stderr : stdout).trimEnd().split('\n').slice(-LAST_LINES)
  return hideInText(said.join('\n'))
}
