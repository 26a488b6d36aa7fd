import type { Scenario } from './read.ts'

/** Answers a request: fetch, or an emulator in this process. */
export type Fetch = (url: string, init?: RequestInit) => Promise<Response>

/** What a world is known by. */
export interface World {
  readonly id: string
  readonly names: Readonly<Record<string, string>>
  readonly people: Readonly<Record<string, string>>
  readonly tokens: Readonly<Record<string, string>>
  readonly secrets: Readonly<Record<string, string>>
}

/** One webhook that was posted. */
export interface Posted {
  readonly n: number
  readonly app: string
  readonly field: string
  readonly entry: string
  readonly value: unknown
}

/** It cannot be played; the message says why. */
export class CannotPlay extends Error {}

/** An emulator in which one scenario plays in a world of its own. */
export class Stage {
  readonly world: World
  readonly #url: string
  readonly #fetch: Fetch
  readonly #callback: string
  #last = 0

  private constructor(url: string, fetch: Fetch, callback: string, world: World) {
    this.#url = url
    this.#fetch = fetch
    this.#callback = callback
    this.world = world
  }

  /**
   * Makes the world of a scenario, with a clock that stands still, and subscribes the apps that hear.
   * @param callback where webhooks are posted; it shakes hands with the token `scenario`
   * @throws CannotPlay
   */
  static async open(scenario: Scenario, id: string, url: string, fetch: Fetch, callback: string): Promise<Stage> {
    const { world: name, change, rulings } = scenario
    const whole = { ...change, ...(Object.keys(rulings).length > 0 && { rulings }) }
    const body = { world: name, id, journal: true, ...(Object.keys(whole).length > 0 && { change: whole }) }
    const made = await fetch(`${url}/_mmgraph/worlds`, { method: 'POST', body: JSON.stringify(body) })
    const world = (await made.json()) as World & { error?: { message: string } }
    if (!made.ok) throw new CannotPlay(`world: ${world.error?.message}`)
    const stage = new Stage(url, fetch, callback, world)
    await stage.control('POST', 'clock', { running: false })
    for (const [app, fields] of Object.entries(scenario.hears)) await stage.#subscribe(app, fields)
    return stage
  }

  /** Every name that steps may recall: nodes, people, `app_secret`, `client_business_token`, `callback`. */
  get words(): Map<string, unknown> {
    const { names, people, secrets, tokens } = this.world
    const named = (of: Readonly<Record<string, string>>, as: string): [string, string][] =>
      Object.entries(of).map(([name, value]) => [`${name}_${as}`, value])
    return new Map([
      ['callback', this.#callback],
      ...named(secrets, 'secret'),
      ...named(tokens, 'token'),
      ...Object.entries({ ...names, ...people }),
    ])
  }

  /** A call of the control API about the world. */
  async control(
    method: 'GET' | 'POST' | 'DELETE',
    path: string,
    body?: object,
  ): Promise<{ ok: boolean; body: unknown }> {
    const init = { method, ...(body && { body: JSON.stringify(body) }) }
    const answer = await this.#fetch(`${this.#url}/_mmgraph/worlds/${this.world.id}${path && `/${path}`}`, init)
    return { ok: answer.ok, body: await answer.json() }
  }

  /** A call of Graph: a path with its version, or an address that an answer gave. */
  graph(path: string, init: RequestInit): Promise<Response> {
    return this.#fetch(isAddress(path) ? path : `${this.#url}${path}`, init)
  }

  /** The time of the world, as 2026-03-02T09:00:00.000Z. */
  async clock(): Promise<string> {
    return ((await this.control('GET', 'clock')).body as { iso: string }).iso
  }

  /** The webhooks that were posted since this was asked last: each once, however often it was tried. */
  async posted(): Promise<Posted[]> {
    const { body } = await this.control('GET', `deliveries?after=${this.#last}&limit=1000`)
    const { data } = body as { data: readonly { n: number; app: string; attempt: number; body: string }[] }
    this.#last = data.at(-1)?.n ?? this.#last
    const found = data.filter(({ attempt }) => attempt === 1).flatMap(changesOf)
    return data.length === 1000 ? [...found, ...(await this.posted())] : found
  }

  /** The journal of the world, as `mmgraph replay` reads it. */
  async journal(): Promise<string> {
    return (await this.#fetch(`${this.#url}/_mmgraph/worlds/${this.world.id}/journal`)).text()
  }

  async close(): Promise<void> {
    await this.control('DELETE', '')
  }

  async #subscribe(app: string, fields: readonly string[]): Promise<void> {
    const [id, secret] = [this.world.names[app], this.world.secrets[app]]
    if (!id || !secret)
      throw new CannotPlay(`hears: the world has no app ${app}; it has ${Object.keys(this.world.secrets)}`)
    const answer = await this.graph(`/v24.0/${id}/subscriptions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${id}|${secret}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        object: 'whatsapp_business_account',
        callback_url: this.#callback,
        verify_token: 'scenario',
        fields,
      }),
    })
    if (!answer.ok) throw new CannotPlay(`hears: ${answer.headers.get('x-mmgraph-why') ?? (await answer.text())}`)
  }
}

/** Whether it is a whole address, and no path. */
export const isAddress = (path: string): boolean => /^https?:/.test(path)

interface Body {
  readonly entry: readonly { id: string; changes: readonly { field: string; value: unknown }[] }[]
}

function changesOf({ n, app, body }: { n: number; app: string; body: string }): Posted[] {
  const { entry } = JSON.parse(body) as Body
  return entry.flatMap(({ id, changes }) => changes.map(({ field, value }) => ({ n, app, field, entry: id, value })))
}
