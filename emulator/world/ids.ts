import { createHash } from 'node:crypto'

/**
 * Where the ids, tokens and trace ids of one world come from: its seed and counters, nothing else.
 *
 * Ids have 16 digits and stay below 2^53, because published clients read them as numbers. They are an affine
 * permutation of a counter, so a world never gives one twice; worlds with different seeds start elsewhere.
 */
export class Ids {
  /** How many ids and trace ids were given; part of the state of the world. */
  readonly given = { ids: 0, traces: 0, tokens: 0, messages: 0 }
  readonly #seed: string
  readonly #offset: bigint
  readonly #traceSeed: number

  constructor(seed: string) {
    this.#seed = seed
    this.#traceSeed = this.#hash('traces').readUInt32BE()
    this.debug = this.#hash('debug', 'sha512').toString('base64')
    this.#offset = BigInt(`0x${this.#hash('ids').toString('hex').slice(0, 16)}`) % RANGE
  }

  /** A new node id: 16 digits. */
  next(): string {
    this.given.ids += 1
    return String(LOWEST + ((BigInt(this.given.ids) * STEP + this.#offset) % RANGE))
  }

  /** `fbtrace_id`: 23 characters that begin with A. */
  trace(): string {
    this.given.traces += 1
    return this.latestTrace
  }

  /** The trace id that was given last: within a behaviour that of its own call. */
  get latestTrace(): string {
    return `A${scramble(this.#traceSeed, this.given.traces, 22)}`
  }

  /** The part of a wamid that tells one message from another: hexadecimal digits in capitals, at least 8. */
  message(length: number): string {
    this.given.messages += 1
    const { messages } = this.given
    // The mixing is a permutation, so the first eight digits are of no other message.
    let hex = hex8(mix(this.#traceSeed ^ messages))
    while (hex.length < length) hex += hex8(mix(Math.imul(messages, 0x9e3779b1) + hex.length))
    return hex.slice(0, length)
  }

  /** `X-FB-Debug`: 88 base64 characters, of no meaning; one for the world, as every reply pays for it. */
  readonly debug: string

  /** `hub.challenge` of the call whose trace id was given last: up to 10 digits. */
  challenge(): string {
    return String(this.#hash(`challenge/${this.given.traces}`).readUInt32BE())
  }

  /** An access token that anybody can tell from a real one: it begins with {@link TOKEN_PREFIX}. */
  token(): string {
    this.given.tokens += 1
    return TOKEN_PREFIX + this.letters(`token/${this.given.tokens}`, 48)
  }

  /** A code that a login gives: long, and told by its beginning. */
  code(): string {
    this.given.tokens += 1
    return `AQMMGRAPH${this.letters(`code/${this.given.tokens}`, 60)}`
  }

  /** Six digits, as they come by SMS. */
  digits(): string {
    this.given.tokens += 1
    return String(this.#hash(`digits/${this.given.tokens}`).readUInt32BE() % 1_000_000).padStart(6, '0')
  }

  /** An app secret: 32 characters that begin with `mmgraph`, so it is no real one (those are hexadecimal). */
  secret(name: string): string {
    return `mmgraph${this.#hash(`secret/${name}`).toString('hex').slice(0, 25)}`
  }

  /** Letters and digits that depend on the seed and a name, and on no counter. At most 64. */
  letters(name: string, length: number): string {
    return this.#hash(name, 'sha512').toString('base64url').replaceAll(/[-_]/g, 'x').slice(0, length)
  }

  #hash(name: string, algorithm = 'sha256'): Buffer {
    return createHash(algorithm).update(`${this.#seed}/${name}`).digest()
  }
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/**
 * Characters that follow from a seed and a counter, and look like chance. Every reply has such an id, and a
 * cryptographic hash would cost more than reading a node. The mixing is that of MurmurHash3.
 */
function scramble(seed: number, counter: number, length: number): string {
  let text = ''
  let bits = 0
  for (let at = 0; at < length; at += 1) {
    if (at % 5 === 0) bits = mix(seed ^ mix(counter + at * 0x9e3779b1))
    text += LETTERS[bits & 63]
    bits >>>= 6
  }
  return text
}

const BYTES = Array.from({ length: 256 }, (_, byte) => byte.toString(16).toUpperCase().padStart(2, '0'))

function hex8(value: number): string {
  return `${BYTES[value >>> 24]}${BYTES[(value >>> 16) & 255]}${BYTES[(value >>> 8) & 255]}${BYTES[value & 255]}`
}

function mix(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

export const TOKEN_PREFIX = 'EAAMMGRAPH'

const LOWEST = 1_000_000_000_000_000n
const RANGE = 8_000_000_000_000_000n
/** Shares no factor with the range (2 and 5), so that the permutation is one. */
const STEP = 3_141_592_653_589_793n
