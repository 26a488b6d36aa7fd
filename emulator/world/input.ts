import type { Fault } from './fault.ts'

/** A file of a form, its bytes in base64. */
export interface FileAsData {
  readonly name: string
  readonly type: string
  readonly inChunks?: boolean
  readonly base64: string
}

/** The body of a call, as plain data. */
export type BodyAsData =
  | { readonly text: string }
  | {
      readonly fields: readonly (readonly [string, string])[]
      readonly files?: readonly (readonly [string, FileAsData])[]
    }
  | { readonly file: FileAsData; readonly offset?: string }
  | { readonly tooLarge: number }

/** A call as it came, as plain data. */
export interface CallAsData {
  readonly method: string
  /** Absolute: links of pages are built on the host that the caller used. */
  readonly url: string
  /** The name that the world has for its bearer token; else `authorization` has the header as it came. */
  readonly as?: string
  readonly authorization?: string
  readonly contentType?: string
  readonly body?: BodyAsData
}

/** What came of a handshake with a callback. */
export interface HandshakeAsData {
  readonly challenge: string
  readonly outcome: { readonly status: number; readonly statusText: string; readonly body: string }
  readonly refused?: string
}

/** What changes a world from outside. */
export type Input =
  | { readonly call: CallAsData }
  /** A call goes on that had to wait: for a handshake, of which the outcome stands here, or for a long report. */
  | { readonly goesOn: number; readonly handshake?: HandshakeAsData }
  | { readonly happens: string; readonly with: Readonly<Record<string, unknown>> }
  | { readonly fault: Fault }
  | { readonly endFaults: true }
  | { readonly redeliver: number }
  /** What came of one try to post a webhook: the row of the queue that asked for it, and the receiver's status. `took`: milliseconds. */
  | {
      readonly outcome: {
        readonly of: number
        readonly status: number
        readonly error?: string
        readonly took?: number
      }
    }
  /** Nothing but time. */
  | { readonly time: true }

/** What an input was answered with. */
export interface ReplyMark {
  /** HTTP status. */
  readonly status: number
  readonly digest: string
}

/** An input, and when it came. */
export type JournalRow = Input & {
  /** From 1, without a gap. */
  readonly n: number
  /** The time of the world. */
  readonly at: number
  /** How many rows of the queue became due, and were begun, since the input before it; none where absent. */
  readonly begun?: number
  /** Absent for what is not answered, and for a call that is still under way. */
  readonly reply?: ReplyMark
}

/** Where a journal ends, and what the world is then. */
export interface JournalEnd {
  readonly at: number
  readonly begun: number
  /** Digest of the whole state. */
  readonly state: string
}
