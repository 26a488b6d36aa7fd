import type { Fetch } from './stage.ts'

/** Graph itself, or anything like it that has no control API. Nothing can be made or moved there. */
export interface RealGraph {
  readonly url: string
  readonly fetch: Fetch
  /** Name -> what `{name}` stands for. */
  readonly names: Readonly<Record<string, string>>
  /** Name -> access token. They are never shown. */
  readonly tokens: Readonly<Record<string, string>>
  /** Name of the app -> app secret. They are never shown. */
  readonly secrets: Readonly<Record<string, string>>
  /** A copy of a value without what looks like a secret: an answer may tell some that nobody gave. */
  readonly redact: (value: unknown) => unknown
  /** Calls that change data are made, too. */
  readonly mayWrite: boolean
}
