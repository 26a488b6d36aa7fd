import { instead } from '../contracts/nearest.ts'
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
  /** When it was posted: milliseconds since 1970, in the world's time. */
  readonly at: number
  readonly app: string
  readonly field: string
  readonly entry: string
  readonly value: unknown
}

/** Something that can happen, and the names of what it needs. */
export interface Happening {
  readonly name: string
  readonly with: Readonly<Record<string, unknown>>
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
   * @throws CannotPlay; BrokenScenario when it names no such world or app
   */
  static async open(scenario: Scenario, id: string, url: string, fetch: Fetch, callback: string): Promise<Stage> {
    const stage = new Stage(url, fetch, callback, await makeWorld(scenario, id, url, fetch))
    try {
      await stage.control('POST', 'clock', { running: false })
      for (const [app, fields] of Object.entries(scenario.hears)) await stage.#subscribe(scenario, app, fields)
    } catch (error) {
      await stage.close()
      throw error
    }
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

  /** What can happen, in whatever world. */
  async happenings(): Promise<readonly Happening[]> {
    const answer = await this.#fetch(`${this.#url}/_mmgraph/happenings`)
    return ((await answer.json()) as { data: readonly Happening[] }).data
  }

  /** Waits, in no time of the world, until the webhooks that are under way were posted. */
  async settle(): Promise<void> {
    await this.control('POST', 'clock', {})
  }

  /**
   * A call of Graph: a path with its version, or an address that an answer gave. It says whose it is, as the token of
   * a call may be none, and scenarios play beside each other.
   */
  graph(path: string, init: RequestInit): Promise<Response> {
    const headers = { ...(init.headers as Record<string, string> | undefined), 'x-mmgraph-world': this.world.id }
    return this.#fetch(isAddress(path) ? path : `${this.#url}${path}`, { ...init, headers })
  }

  /** The time of the world, as 2026-03-02T09:00:00.000Z. */
  async clock(): Promise<string> {
    return ((await this.control('GET', 'clock')).body as { iso: string }).iso
  }

  /** The webhooks that were posted since this was asked last: each once, however often it was tried. */
  async posted(): Promise<Posted[]> {
    const { body } = await this.control('GET', `deliveries?after=${this.#last}&limit=1000`)
    const { data } = body as { data: readonly Delivery[] }
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

  async #subscribe({ places }: Scenario, app: string, fields: readonly string[]): Promise<void> {
    const [id, secret] = [this.world.names[app], this.world.secrets[app]]
    if (!id || !secret) {
      const apps = Object.keys(this.world.secrets)
      return places.hears[app]?.(['hears'], `'${app}' is no app of the world; ${instead(app, apps)}`, app)
    }
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

/** @throws BrokenScenario when there is no such world, CannotPlay when its id is taken */
async function makeWorld(
  { world, change, rulings, places }: Scenario,
  id: string,
  url: string,
  fetch: Fetch,
): Promise<World> {
  const whole = { ...change, ...(Object.keys(rulings).length > 0 && { rulings }) }
  const body = { world, id, journal: true, ...(Object.keys(whole).length > 0 && { change: whole }) }
  const made = await fetch(`${url}/_mmgraph/worlds`, { method: 'POST', body: JSON.stringify(body) })
  const answer = (await made.json()) as World & { error?: { message: string } }
  if (made.ok) return answer
  if (made.status === 409) {
    throw new CannotPlay(
      `there is a world '${id}' in ${url} already, and scenarios make their own: drop that one first`,
    )
  }
  if (made.status === 400) return refuseWorld(`${answer.error?.message}`, change, places)
  throw new CannotPlay(`${url} makes no world: ${answer.error?.message}`)
}

/** What breaks a world is told at `change` where the world that ships is otherwise whole. */
function refuseWorld(message: string, change: Scenario['change'], places: Scenario['places']): never {
  const [, pointer, reason] = /^[^:]*: (\/\S*): (.*)$/s.exec(message) ?? []
  if (pointer === undefined || reason === undefined || Object.keys(change).length === 0) {
    return places.world(['world'], message.replace(/^world: /, ''))
  }
  const keys = pointer.split('/').filter(Boolean)
  const [, key, known] = /^must not have '(.*)'; it may have (.*)$/.exec(reason) ?? []
  const path = ['change', ...keys]
  if (key !== undefined)
    return places.change(path, `'${key}' is no key here; ${instead(key, known?.split(', ') ?? [])}`, key)
  return places.change(path, `${pointer}: ${reason}`)
}

interface Delivery {
  readonly n: number
  readonly at: number
  readonly app: string
  readonly attempt: number
  readonly body: string
}

interface Envelope {
  readonly entry: readonly { id: string; changes: readonly { field: string; value: unknown }[] }[]
}

/** What one webhook tells, change by change. */
export function changesOf({ n, at, app, body }: Omit<Delivery, 'attempt'>): Posted[] {
  const { entry } = JSON.parse(body) as Envelope
  return entry.flatMap(({ id, changes }) =>
    changes.map(({ field, value }) => ({ n, at, app, field, entry: id, value })),
  )
}
