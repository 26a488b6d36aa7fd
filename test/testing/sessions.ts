import { type Recording, type RecordOptions, record } from '../../contracts/testing/record.ts'
import { viewOf } from '../../emulator/control/world-view.ts'
import { createEmulator } from '../../emulator/emulator.ts'
import { need } from '../kit.ts'

export interface Session extends Recording {
  readonly token: string
  readonly phone: string
  readonly account: string
  /** The beginning of a path: `http://127.0.0.1/v24.0`. */
  readonly graph: string
}

/** A client of an emulator in this process, whose fetch tells. */
export function session(options: RecordOptions = {}): Session {
  const emulator = createEmulator({ worlds: ['ready-to-send'] })
  const { names, tokens } = viewOf(need(emulator.worlds.get('ready-to-send')).world)
  const through: typeof fetch = async (input, init) => emulator.fetch(new Request(input, init))
  const recording = record(through, { now: () => 0, ...options })
  return {
    ...recording,
    token: need(tokens.client_business),
    phone: need(names.phone),
    account: need(names.waba),
    graph: 'http://127.0.0.1/v24.0',
  }
}

/** Sends a template, as a client does. */
export function send({ fetch, graph, phone, token }: Session, more: object = {}): Promise<Response> {
  const template = { name: 'spring_sale', language: { code: 'en_US' } }
  return fetch(`${graph}/${phone}/marketing_messages`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ messaging_product: 'whatsapp', to: '+14165550100', type: 'template', template, ...more }),
  })
}
