import type { Posted } from '../stage.ts'

// What a tester did to a world from its beginning, as plain data: what a recording is made of.

/** The world at its beginning. */
export interface Opening {
  readonly id: string
  readonly names: Readonly<Record<string, string>>
  readonly people: Readonly<Record<string, string>>
  readonly tokens: Readonly<Record<string, string>>
  readonly secrets: Readonly<Record<string, string>>
  /** The world file. */
  readonly file: Readonly<Record<string, unknown>>
  /** What the emulator gave it that is no secret of the tester, and the same in each such world: PINs. */
  readonly pins: readonly string[]
}

/** A file that was sent. */
export interface SentFile {
  readonly name: string
  readonly type: string
  readonly inChunks?: boolean
  readonly base64: string
}

/** The body of a call, as it was read off the wire. */
export type SentBody =
  | { readonly text: string }
  | {
      readonly fields: readonly (readonly [string, string])[]
      readonly files?: readonly (readonly [string, SentFile])[]
    }
  | { readonly file: SentFile; readonly offset?: string }
  | { readonly tooLarge: number }

export interface SentCall {
  readonly method: string
  /** Absolute. */
  readonly url: string
  readonly authorization?: string | undefined
  readonly contentType?: string | undefined
  readonly body?: SentBody | undefined
}

/** What a call was answered with. */
export interface Answer {
  readonly status: number
  readonly body: unknown
  /** The error, by its name in the catalogue. */
  readonly error?: string | undefined
  /** The operation that answered it. */
  readonly operation?: string | undefined
  /** What a test asked to become of it on its way. */
  readonly way?: 'none' | 'cut'
}

/** A callback that was asked for its challenge; `gone`: nobody listens, `closed`: the emulator may not ask there. */
export type Handshake = 'shakes' | 'refuses' | 'mute' | 'gone' | 'closed'

export type Act =
  | { readonly kind: 'call'; readonly call: SentCall; readonly answer: Answer; readonly handshake?: Handshake }
  | {
      readonly kind: 'happens'
      readonly name: string
      readonly with: Readonly<Record<string, unknown>>
      /** One sentence on what it is. */
      readonly says: string | undefined
      readonly result?: unknown
      /** Why it was refused. */
      readonly refused?: string
    }
  | { readonly kind: 'fault'; readonly fault: Readonly<Record<string, unknown>> }

/** One thing that was done, and what came until the next. */
export interface Deed {
  /** The number of its input in the journal. */
  readonly n: number
  readonly act: Act
  readonly after: Meanwhile
}

/** What came after a deed and before the next one. */
export interface Meanwhile {
  /** Milliseconds that are waited when it is played. */
  readonly wait: number
  /** Webhooks, each once however often it was tried. */
  readonly webhooks: readonly Posted[]
}

export interface Session {
  readonly opening: Opening
  /** Before the first deed. */
  readonly before: Meanwhile
  readonly deeds: readonly Deed[]
  /** What each callback answered to webhooks, by its address. */
  readonly callbacks: Readonly<Record<string, readonly number[]>>
  /** What no scenario can say, in words. */
  readonly leftOut: readonly string[]
}
