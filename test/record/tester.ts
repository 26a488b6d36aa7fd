import { onTestFinished } from 'vitest'
import { parse } from 'yaml'
import { type Recording, recordingOf } from '../../emulator/cli/recording.ts'
import { createEmulator, type EmulatorOptions } from '../../emulator/emulator.ts'
import { type JournalDocument, textOf } from '../../emulator/journal/document.ts'
import { readJournal } from '../../emulator/journal/read.ts'
import { callbackAnswer } from '../../scenarios/callback.ts'
import { yamlOf } from '../../scenarios/record/yaml.ts'
import { need } from '../kit.ts'

const URL = 'http://127.0.0.1:4020'
export const CALLBACK = 'http://127.0.0.1:3000/hooks'

/** Somebody who does things to a world of an emulator whose journal is on. */
export interface Tester {
  readonly names: Readonly<Record<string, string>>
  readonly tokens: Readonly<Record<string, string>>
  readonly secrets: Readonly<Record<string, string>>
  /** A call as it is: an address behind the host, and what fetch takes. */
  readonly call: (method: string, path: string, init?: RequestInit) => Promise<Reply>
  /** The same with a token of the world and JSON. */
  readonly as: (token: string, method: string, path: string, body?: object) => Promise<Reply>
  readonly control: (path: string, body?: object, method?: string) => Promise<Reply>
  readonly happens: (name: string, params: object) => Promise<Reply>
  readonly wait: (advance: string) => Promise<Reply>
  readonly journal: () => Promise<string>
}

// biome-ignore lint/suspicious/noExplicitAny: a test knows what it asked for
export type Reply = { readonly status: number; readonly body: any }

/** @param world a shipped one by name, or a whole world file */
export async function tester(world: string | object, options: EmulatorOptions = {}): Promise<Tester> {
  const transport = ({ url, method }: { url: string; method: string }) =>
    Promise.resolve(callbackAnswer(CALLBACK, method, url))
  const emulator = createEmulator({ transport, ...options })
  onTestFinished(() => emulator.close())
  const fetch = async (path: string, init?: RequestInit): Promise<Reply> => {
    const response = await emulator.fetch(new Request(path.startsWith('http') ? path : `${URL}${path}`, init))
    const text = await response.text()
    return { status: response.status, body: jsonOf(text) }
  }
  const made = await fetch('/_mmgraph/worlds', {
    method: 'POST',
    body: JSON.stringify({ world, id: 'mine', journal: true }),
  })
  const { names, people, tokens, secrets } = made.body
  const of = `/_mmgraph/worlds/mine/`
  const control: Tester['control'] = (path, body, method = 'POST') =>
    fetch(`${of}${path}`, { method, ...(body && { body: JSON.stringify(body) }) })
  return {
    names: { ...names, ...people },
    tokens,
    secrets,
    call: (method, path, init) => fetch(path, { method, headers: { 'x-mmgraph-world': 'mine' }, ...init }),
    as: (token, method, path, body) =>
      fetch(`/v24.0${path}`, {
        method,
        headers: { authorization: `Bearer ${need(tokens[token])}`, 'content-type': 'application/json' },
        ...(body && { body: JSON.stringify(body) }),
      }),
    control,
    happens: (name, params) => control('happenings', { name, with: params }),
    wait: (advance) => control('clock', { advance }),
    journal: async () => (await emulator.fetch(new Request(`${URL}${of}journal`))).text(),
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** A recording, its text, and the file as it is read again. */
export interface Written extends Recording {
  readonly text: string
  // biome-ignore lint/suspicious/noExplicitAny: a test knows what it did
  readonly read: any
}

export async function recorded(journal: string, title = 'What a tester did'): Promise<Written> {
  const made = await recordingOf(readJournal('journal', journal), { title, worldFile: 'own.world.json' })
  const text = yamlOf(made.file)
  return { ...made, text, read: parse(text) }
}

/** A journal with another header, sealed as it is then. */
export function journalWith(journal: string, change: Partial<JournalDocument['header']>): string {
  const { header, rows, footer } = readJournal('journal', journal)
  return textOf({ header: { ...header, ...change }, rows, footer })
}

export const template = (name = 'spring_sale'): object => ({ name, language: { code: 'en_US' } })

export const send = (to: string, name?: string): object => {
  return { messaging_product: 'whatsapp', to, type: 'template', template: template(name) }
}
