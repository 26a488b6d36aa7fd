import type { ErrorName } from '../errors.ts'

/** Which token a trial shows, by its name in the world; the first of a list that there is. `nobody` shows none. */
export type As = string | readonly string[]

/** A file of a trial: its bytes as a text. */
export interface TrialFile {
  readonly type: string
  readonly name?: string
  readonly text: string
}

/**
 * How one operation is called. In its texts `{name}` stands for a name of the world, or for what an earlier trial found.
 * Exactly one of `body`, `form` with `files`, and `raw` is sent.
 */
export interface Trial {
  /** The name of the operation in the catalogue. */
  readonly operation: string
  /** `/{waba}/phone_numbers`, or the address that an answer gave: `{media_url}`. */
  readonly path: string
  readonly as?: As
  readonly query?: Readonly<Record<string, unknown>>
  readonly body?: Readonly<Record<string, unknown>>
  readonly form?: Readonly<Record<string, unknown>>
  readonly files?: Readonly<Record<string, TrialFile>>
  readonly raw?: TrialFile
  readonly headers?: Readonly<Record<string, string>>
  /** The app whose secret proves the token. */
  readonly proof?: string
  /** Names that it finds, by JSON pointers into its reply; on a list without items it finds none. */
  readonly finds?: Readonly<Record<string, string>>
  /** What must happen first. An emulator does it; a real Graph cannot be asked to. */
  readonly after?: readonly Before[]
  /** The only right answer is this error. */
  readonly fails?: ErrorName
  /** It says nothing of a version, as the address that it has. */
  readonly unversioned?: true
}

/** What an emulator does between two calls. */
export type Before =
  | { readonly happens: string; readonly with: object; readonly finds?: Readonly<Record<string, string>> }
  | { readonly wait: string }
  /** The code of the newest letter to a number becomes a name. */
  | { readonly code: string }

/** Trials that share one world, in their order. */
export interface TrialPlan {
  /** What it is about, which is part of the id of its world. */
  readonly name: string
  readonly world: string
  /** What is otherwise in the world. */
  readonly change?: object
  /** What is tried, in its order, by what it is about. */
  readonly families: Readonly<Record<string, readonly Trial[]>>
}

/** All trials of a plan, in their order. */
export const trialsOf = ({ families }: TrialPlan): Trial[] => Object.values(families).flat()
