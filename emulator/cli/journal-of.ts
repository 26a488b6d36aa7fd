import { readFileSync } from 'node:fs'
import { instead } from '../../contracts/nearest.ts'
import { CannotPlay, type Fetch } from '../../scenarios/stage.ts'
import type { JournalDocument } from '../journal/document.ts'
import { readJournal } from '../journal/read.ts'
import { secretVariable } from './settings/environment.ts'
import { addressOf, checkEmulator, fetcher } from './target.ts'

/** What the command line says of where a journal is. */
export interface JournalCommand {
  readonly target?: string
  readonly world?: string
  readonly controlToken?: string
}

const USUAL_TARGET = 'http://127.0.0.1:4020'

/** A journal in a file. @throws CannotPlay, BrokenJournal, BrokenWorld */
export function journalIn(file: string): JournalDocument {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    throw new CannotPlay(`${file} cannot be read: ${(error as NodeJS.ErrnoException).code}`)
  }
  return readJournal(file, text)
}

/** The journal of a world of a running emulator. @throws CannotPlay where there is none; the message says how to get one */
export async function journalAt(command: JournalCommand): Promise<JournalDocument> {
  const emulator = await open(command)
  const { id } = await worldOf(emulator, command.world)
  const answer = await emulator.fetch(`${emulator.url}/_mmgraph/worlds/${id}/journal`)
  if (!answer.ok) throw new CannotPlay(await reasonOf(answer))
  return readJournal(`the journal of ${id}`, await answer.text())
}

/** Resets a world and keeps its journal from now on. @returns its id @throws CannotPlay */
export async function begin(command: JournalCommand): Promise<string> {
  const emulator = await open(command)
  const states = await statesAt(emulator)
  const [only, ...more] = states
  if (command.world === undefined && more.length > 0) {
    throw new CannotPlay(`--world: which one is reset? There are ${states.map(({ id }) => id).join(', ')}`)
  }
  const { id } = command.world === undefined && only ? only : named(states, command.world ?? '')
  await post(emulator, `${id}/reset`, {})
  await post(emulator, `${id}/journal`, { on: true })
  return id
}

interface Emulator {
  readonly url: string
  readonly fetch: Fetch
}

interface State {
  readonly id: string
  readonly on: boolean
  readonly inputs: number
}

async function open({ target = USUAL_TARGET, controlToken }: JournalCommand): Promise<Emulator> {
  const url = addressOf(target, '--target')
  const fetch = fetcher(url, '--target', controlToken ?? secretVariable('MMGRAPH_CONTROL_TOKEN'))
  await checkEmulator(url, '--target', fetch)
  return { url, fetch }
}

async function statesAt(emulator: Emulator): Promise<State[]> {
  const answer = await emulator.fetch(`${emulator.url}/_mmgraph/worlds`)
  const { data } = (await answer.json()) as { data: readonly { id: string }[] }
  return Promise.all(data.map(async ({ id }) => ({ id, ...(await post(emulator, `${id}/journal`, {})) }) as State))
}

async function post({ url, fetch }: Emulator, path: string, body: object): Promise<object> {
  const answer = await fetch(`${url}/_mmgraph/worlds/${path}`, { method: 'POST', body: JSON.stringify(body) })
  if (!answer.ok) throw new CannotPlay(await reasonOf(answer))
  return (await answer.json()) as object
}

async function reasonOf(answer: Response): Promise<string> {
  const { error } = (await answer.json()) as { error?: { message?: string } }
  return error?.message ?? `the control API answers ${answer.status}`
}

function named(states: readonly State[], wanted: string): State {
  const found = states.find(({ id }) => id === wanted)
  const ids = states.map(({ id }) => id)
  if (found) return found
  throw new CannotPlay(
    `--world: there is no world '${wanted}'; ${ids.length > 0 ? instead(wanted, ids) : 'there is none'}`,
  )
}

/** The world that is named, or the only one in which something was kept. */
async function worldOf(emulator: Emulator, wanted: string | undefined): Promise<State> {
  const states = await statesAt(emulator)
  const used = states.filter(({ on, inputs }) => on && inputs > 0)
  const [found, other] = wanted === undefined ? used : [named(states, wanted)]
  if (other) {
    const list = used.map(({ id, inputs }) => `${id} (${inputs})`).join(', ')
    throw new CannotPlay(`--world: which one is recorded? There are journals of ${list}; the number is that of inputs`)
  }
  if (found?.on) return found
  const isOn = states.some(({ on }) => on)
  if (!found && isOn) throw new CannotPlay(`nothing has come to any world of ${emulator.url} yet whose journal is on`)
  throw new CannotPlay(howToBegin(emulator.url, found?.id, states[0]?.id))
}

/** A world is recorded from its beginning, so it must be there again. */
function howToBegin(url: string, id: string | undefined, first = 'ready-to-send'): string {
  const off = id === undefined ? `no world of ${url} has its journal on` : `the journal of ${id} is off`
  return [
    `${off}, and a world is recorded from its beginning. One of these begins:`,
    `  mmgraph record --begin --target ${url} --world ${id ?? first}   (the world is reset)`,
    '  mmgraph serve --journal',
    `  curl ${url}/_mmgraph/worlds -d '{"world": "ready-to-send", "id": "mine", "journal": true}'`,
    'Then do what is to be recorded, and record.',
  ].join('\n')
}
