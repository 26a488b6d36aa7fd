import { createEmulator, type Emulator, type EmulatorOptions } from '../emulator/emulator.ts'
import type { WorldFile } from '../emulator/world/file.ts'
import type { World } from '../emulator/world/world.ts'
import { need } from './kit.ts'

// biome-ignore lint/suspicious/noExplicitAny: replies, looked at by tests
type Reply = any

/** A world that is called in this process, without a socket, and what it posts to whom subscribed. */
export class Place {
  readonly posted: { readonly field: string; readonly value: unknown }[] = []
  /** What the receiver answers from now on. */
  receiver = 200
  readonly #emulator: Emulator

  constructor(file: WorldFile, options: EmulatorOptions = { limits: 'off' }) {
    this.#emulator = createEmulator({
      ...options,
      transport: async ({ method, url, body = '' }) => {
        if (method === 'GET')
          return { status: 200, statusText: 'OK', body: new URL(url).searchParams.get('hub.challenge') ?? '' }
        if (this.receiver === 200) this.posted.push(JSON.parse(body).entry[0].changes[0])
        return { status: this.receiver, statusText: '', body: '' }
      },
    })
    this.#emulator.worlds.create('place', file)
  }

  /** As it is now: a reset makes another. */
  get world(): World {
    return need(this.#emulator.worlds.get('place')).world
  }

  async post(
    path: string,
    body: string | Uint8Array<ArrayBuffer>,
    type: string,
    as = 'partner_system_user',
  ): Promise<Response> {
    const headers = { authorization: `Bearer ${this.world.tokenNames[as]}`, 'content-type': type }
    return this.#emulator.fetch(new Request(`http://127.0.0.1${path}`, { method: 'POST', headers, body }))
  }

  /** @param path names in braces are those of the world: `/{phone}/messages` */
  async graph(path: string, body: object, as?: string): Promise<{ status: number; reply: Reply }> {
    const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => this.world.names[name] ?? name)
    const response = await this.post(`/v24.0${filled}`, JSON.stringify(body), 'application/json', as)
    return { status: response.status, reply: await response.json() }
  }

  /** What a path of the control API answers. */
  async read(path: string): Promise<Response> {
    return this.#emulator.fetch(new Request(`http://127.0.0.1/_mmgraph/worlds/place/${path}`))
  }

  async control(path: string, body: object): Promise<Reply> {
    return (await this.post(`/_mmgraph/worlds/place/${path}`, JSON.stringify(body), 'application/json')).json()
  }

  /** The app and every account of the world send what comes of messages. */
  async subscribe(): Promise<void> {
    const subscription = { object: 'whatsapp_business_account', verify_token: 'x', callback_url: 'http://127.0.0.1:1/' }
    await this.graph('/{app}/subscriptions', { ...subscription, fields: ['messages'] }, 'app')
    for (const { id } of this.world.list('WhatsAppBusinessAccount')) await this.graph(`/${id}/subscribed_apps`, {})
  }
}
