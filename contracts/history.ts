import type { Exchange } from './check.ts'

/** Where a token stood in a call. */
export type TokenPlace = 'query' | 'body' | 'header'

/** One call of Graph as it went: what was sent and answered, without its secrets. `path` has the version as it was asked for. */
export interface HistoryCall extends Exchange {
  /** Its number in the log of the world: from 1, later calls have higher ones. */
  readonly n: number
  /** The operation that it was about; absent where none was found, and for a batch as a whole. */
  readonly operation?: string | undefined
  /** Our name of the error that it was refused with. */
  readonly error?: string | undefined
  /** Where the token stood that counted; absent where none was sent. */
  readonly tokenIn?: TokenPlace | undefined
  /** A name for the token that does not tell it: calls with the same token have the same. */
  readonly token?: string | undefined
  /** It came as a part of a batch. */
  readonly part?: boolean | undefined
  /** The minutes after which a refused caller may call again, as Graph's usage header said. */
  readonly regain?: number | undefined
  /** What was made to happen on the wire: `drop after`, `page 502`. The caller had no answer where `status` is 0. */
  readonly fault?: string | undefined
  /** A test asked for its error: what it is refused with says nothing about the call. */
  readonly injected?: true | undefined
}

/** One try to post a webhook, and how it was taken. */
export interface HistoryDelivery {
  readonly n: number
  /** When its outcome was known, in milliseconds since 1970. */
  readonly at: number
  /** The number of the newest call that had come by then: a call with a higher number came after it. */
  readonly calls: number
  /** Tries of one event have the same. */
  readonly event: number
  readonly field: string
  readonly app: string
  readonly attempt: number
  /** HTTP status of the receiver; 0: nobody answered. */
  readonly status: number
  /** How long the receiver took, in milliseconds; absent where that was not measured. */
  readonly took?: number
  /** A test asked for it: it came twice, late, or behind a later one. */
  readonly fault?: string
  readonly body: string
}

/** What one world saw of its client: plain data, oldest first. */
export interface History {
  readonly world: string
  /** `running`: waits are real. `still`: time moved only when it was told to, so that waits say nothing about the client. */
  readonly clock: 'running' | 'still'
  /** The moment whose Graph it is, which tells the versions that live; absent: that of each call. */
  readonly graphAt?: number
  /**
   * The numbers that send by the Marketing Messages API, by their ids, with the names of their marketing templates; absent
   * where nobody knows but Graph.
   */
  readonly onboarded?: Readonly<Record<string, readonly string[]>>
  readonly calls: readonly HistoryCall[]
  readonly deliveries: readonly HistoryDelivery[]
  /** Older ones that the world had no room for. */
  readonly forgotten: { readonly calls: number; readonly deliveries: number }
}
