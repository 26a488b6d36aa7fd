import { milliseconds } from '../../contracts/duration.ts'
import { viewOf, type WorldView } from '../control/world-view.ts'
import { createEmulator, type Emulator } from '../emulator.ts'
import { BrokenJournal } from '../journal/read.ts'
import { type Listening, listen } from '../server.ts'
import { BrokenState, reasonOf } from '../state/broken-state.ts'
import { BrokenWorld } from '../world/load.ts'
import { complain } from './complaint.ts'
import { greeting } from './greeting.ts'
import { closeState, fill, openState, type State } from './state.ts'
import { takenText } from './taken-port.ts'

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
  readonly dropUnused?: string
  readonly journal?: true
  readonly state?: string
  readonly json?: true
}

/** What `serve --json` prints, and what a newcomer is shown in words. */
export interface Started {
  readonly url: string
  readonly worlds: readonly WorldView[]
}

/** Starts the emulator, says what there is, and ends on SIGINT or SIGTERM. */
export async function serve(options: ServeOptions): Promise<void> {
  const state = options.state === undefined ? undefined : await stateOf(options.state)
  const emulator = await emulatorFor(options, state)
  const listening = await listenOrExit(emulator, options)
  const started: Started = {
    url: listening.url,
    worlds: emulator.worlds.list().map(({ world }) => viewOf(world)),
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void end(listening, emulator, state).then((code) => process.exit(code)))
  }
  // Whoever reads it may end it at once.
  process.stdout.write(options.json ? `${JSON.stringify(started)}\n` : greeting(started, options.controlToken))
}

/** @returns the exit code: 1 where something could not be kept */
async function end(listening: Listening, { worlds }: Emulator, state: State | undefined): Promise<number> {
  // From here on nobody is answered, so that nothing comes after what is written last.
  listening.server.closeAllConnections()
  listening.server.close()
  try {
    if (state) await closeState(state, worlds)
    return 0
  } catch (error) {
    complain(`--state: ${state?.path} could not be written: ${reasonOf(error)}; the last changes are not in it`)
    return 1
  } finally {
    await listening.close()
  }
}

async function stateOf(path: string): Promise<State> {
  try {
    const state = await openState(path)
    process.once('exit', state.leave)
    if (state.torn > 0)
      complain(
        `--state: ${path} ended in ${state.torn} bytes of a line that was never whole; nobody was answered for it, and it is left out`,
      )
    return state
  } catch (error) {
    if (error instanceof BrokenState) return exit(`--state: ${error.message}`)
    throw error
  }
}

async function emulatorFor(options: ServeOptions, state: State | undefined): Promise<Emulator> {
  const { world: worlds, allowCallback: allowCallbacks, json: _, port: __, state: ___, ...rest } = options
  const more = { dropUnused: unusedOf(options), ...(state && { store: state.store }) }
  try {
    const emulator = createEmulator({ ...rest, allowCallbacks, ...more })
    await fill(emulator.worlds, state, worlds)
    await state?.store.kept()
    return emulator
  } catch (error) {
    return cannotBegin(error, state)
  }
}

/** Milliseconds. What is kept in a file is there for longer than a run of tests. */
function unusedOf({ dropUnused, state }: ServeOptions): number {
  return milliseconds(dropUnused ?? (state === undefined ? '1h' : 'off')) ?? Number.POSITIVE_INFINITY
}

function cannotBegin(error: unknown, state: State | undefined): never {
  if (error instanceof BrokenWorld || error instanceof BrokenJournal) return exit(`--world: ${error.message}`)
  if (error instanceof BrokenState) return exit(`--state: ${error.message}`)
  if (state) return exit(`--state: ${state.path} cannot be written: ${reasonOf(error)}`)
  throw error
}

async function listenOrExit(emulator: Emulator, { port, host }: ServeOptions): Promise<Listening> {
  try {
    return await listen(emulator, port, host)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EADDRINUSE') return exit(await takenText(port, host))
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return exit(`--host ${host} is no address of this machine`)
    if (code === 'EACCES') return exit(`port ${port} is not for this user; choose one above 1023 with --port`)
    throw error
  }
}

/** One line on stderr, exit code 1. */
function exit(message: string): never {
  complain(message)
  process.exit(1)
}
