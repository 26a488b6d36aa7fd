import { milliseconds } from '../../contracts/duration.ts'
import { viewOf, type WorldView } from '../control/world-view.ts'
import { createEmulator, type Emulator } from '../emulator.ts'
import { type Listening, listen } from '../server.ts'
import { BrokenWorld } from '../world/load.ts'
import { greeting } from './greeting.ts'

export interface ServeOptions {
  readonly port: number
  readonly host: string
  readonly world: readonly string[]
  readonly clock: 'running' | 'still'
  readonly allowCallback: readonly string[]
  readonly controlToken?: string
  readonly graphDate?: string
  readonly limits: 'on' | 'off'
  /** A duration, or `off`. */
  readonly dropUnused: string
  readonly journal?: true
  readonly json?: true
}

/** What `serve --json` prints, and what a newcomer is shown in words. */
export interface Started {
  readonly url: string
  readonly worlds: readonly WorldView[]
}

/** Starts the emulator, says what there is, and ends on SIGINT or SIGTERM. */
export async function serve(options: ServeOptions): Promise<void> {
  const emulator = emulatorFor(options)
  const listening = await listenOrExit(emulator, options)
  const started: Started = {
    url: listening.url,
    worlds: emulator.worlds.list().map(({ world }) => viewOf(world)),
  }
  process.stdout.write(options.json ? `${JSON.stringify(started)}\n` : greeting(started, options.controlToken))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void listening.close().then(() => process.exit(0)))
  }
}

function emulatorFor(options: ServeOptions): Emulator {
  const { world: worlds, allowCallback: allowCallbacks, dropUnused: unused, json: _, port: __, ...rest } = options
  const dropUnused = milliseconds(unused) ?? Number.POSITIVE_INFINITY
  try {
    return createEmulator({ worlds, allowCallbacks, dropUnused, ...rest })
  } catch (error) {
    if (error instanceof BrokenWorld) return exit(`--world: ${error.message}`)
    throw error
  }
}

async function listenOrExit(emulator: Emulator, { port, host }: ServeOptions): Promise<Listening> {
  try {
    return await listen(emulator, port, host)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EADDRINUSE') return exit(`port ${port} of ${host} is taken; choose another with --port, or --port 0`)
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return exit(`--host ${host} is no address of this machine`)
    if (code === 'EACCES') return exit(`port ${port} is not for this user; choose one above 1023 with --port`)
    throw error
  }
}

/** One line on stderr, exit code 1. */
function exit(message: string): never {
  process.stderr.write(`mmgraph: ${message}\n`)
  process.exit(1)
}
