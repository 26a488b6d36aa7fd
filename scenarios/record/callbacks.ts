import { isAddress } from '../stage.ts'
import type { Phrases } from './phrases.ts'
import type { Request } from './request.ts'
import type { Handshake, Session } from './session.ts'

/** Parameters that name a callback. */
const KEYS = ['callback_url', 'override_callback_uri']

/** Where nobody listens, and what no emulator asks by itself. */
const FIXED: Partial<Record<Handshake, string>> = {
  gone: 'http://127.0.0.1:9/',
  closed: 'https://hooks.example/webhooks',
}

/** Says the callbacks of a session as the one of a scenario, which answers by its address. */
export class Callbacks {
  readonly #answers: Session['callbacks']
  readonly #places = new Map<string, string>()

  constructor({ callbacks }: Session) {
    this.#answers = callbacks
  }

  /** The callback that a call names is said so from now on. */
  fix({ query, body }: Request, handshake: Handshake | undefined, phrases: Phrases): void {
    for (const url of callbacksIn(body, query)) phrases.fix(url, this.#said(url, handshake))
  }

  #said(url: string, handshake: Handshake | undefined): string {
    const fixed = handshake && FIXED[handshake]
    if (fixed !== undefined) return fixed
    if (handshake === 'refuses' || handshake === 'mute') return `${this.#placeOf(url)}/${handshake}`
    return isAddress(url) ? `${this.#placeOf(url)}${this.#answersOf(url)}` : withoutHost(url)
  }

  /** One that always answers the same, and not 200, is to answer that. */
  #answersOf(url: string): string {
    const [status = 200, ...more] = this.#answers[url] ?? []
    return more.length === 0 && status !== 200 && status >= 100 ? `/answers/${status}` : ''
  }

  /** The first is `{callback}`, the second `{callback}/2`. */
  #placeOf(url: string): string {
    const known = this.#places.get(url)
    if (known !== undefined) return known
    const place = this.#places.size === 0 ? '{callback}' : `{callback}/${this.#places.size + 1}`
    this.#places.set(url, place)
    return place
  }
}

/** An address that is none says nothing but its form. */
function withoutHost(url: string): string {
  return url.replace(/\/\/[^/]+/, '//hooks.example').replaceAll(/[{}]/g, '')
}

/** The callbacks that a call names, also in the parts of a batch. */
function callbacksIn(body: Request['body'], query: Request['query']): string[] {
  const inBody = body.kind === 'json' ? Object.entries(body.value) : body.kind === 'form' ? body.pairs : []
  const batch = body.kind === 'json' && Array.isArray(body.value.batch) ? (body.value.batch as unknown[]) : []
  const inParts = batch.flatMap((part) => [...new URLSearchParams(textIn(part, 'body'))])
  const all = [...query, ...inBody, ...inParts].filter(([name]) => KEYS.includes(name))
  return all.flatMap(([, value]) => (typeof value === 'string' && value ? [value] : []))
}

function textIn(value: unknown, key: string): string {
  const text =
    typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined
  return typeof text === 'string' ? text : ''
}
