import type { ErrorName } from '../contracts/errors.ts'
import type { OperationContract } from '../contracts/operation.ts'
import type { Static } from '../contracts/schema.ts'
import type { Version } from '../contracts/versions.ts'
import type { Effects } from './effects.ts'
import type { Fail } from './failure.ts'
import type { Work } from './insights/slices.ts'
import type { WireFile } from './model/uploaded-file.ts'
import type { Page } from './paging.ts'
import type { Session } from './session.ts'
import type { Handshake } from './webhooks/handshake.ts'
import type { AnyEntity, Entities } from './world/entities.ts'
import type { World } from './world/world.ts'

/** What a behaviour sees of a call: everything found, allowed and typed. */
export interface Context<C extends OperationContract> extends Effects {
  /** What the id in the path names, of the type that the contract is on. */
  readonly node: Entities[C['on']]
  readonly params: Static<C['params']>
  /** Who calls; nobody where the contract is anonymous. */
  readonly session: C['auth'] extends { readonly anonymous: true } ? undefined : Session
  readonly world: World
  readonly version: Version
  /** Did a parameter stand in the query? In the body otherwise, where it was sent at all. */
  readonly isInQuery: (param: string) => boolean
  /** `http://127.0.0.1:4020`, as the caller named it: links lead back there. */
  readonly origin: string
  /** Milliseconds since 1970, the world's time. */
  readonly now: number
  /** What Graph shows of a node, by a `fields` parameter. */
  readonly read: (node: AnyEntity, fields: unknown) => Record<string, unknown>
  /** The page that `limit`, `after` and `before` ask for, of rows that are no nodes. @throws Failure cursor_invalid */
  readonly page: <T>(rows: readonly T[], most?: number) => Page<T>
  /** Tells the caller something that is no part of Graph's answer: the header `x-mmgraph-note`. */
  readonly note: (text: string) => void
  /** Ends the call with one of the errors that the contract names; all it changed is undone. */
  readonly fail: Fail<C['errors'][number]>
  /** How the callback answered, where the contract has a handshake and the call named a callback. */
  readonly handshake: Handshake | undefined
  /** An error that a test asked for the message that is sent. */
  readonly fault: ErrorName | undefined
}

/** What a behaviour answers: the reply, a file, or for an edge that lists nodes all of them, of which a page is made. */
type Answer<C extends OperationContract> = C extends { readonly slices: true } ? Work<Whole<C>> | Whole<C> : Whole<C>

type Whole<C extends OperationContract> = C extends { readonly answers: 'file' }
  ? WireFile
  : C extends { readonly lists: infer T extends keyof Entities }
    ? readonly Entities[T][]
    : Static<C['reply']>

/** A contract with its behaviour. */
export interface Operation {
  readonly contract: OperationContract
  readonly handle: (context: never) => unknown
  /** What must hold before the callback is asked for its challenge. */
  readonly guard?: (context: never) => void
}

/** Joins a contract and its behaviour; the behaviour is held to the contract's parameters, reply and errors. */
export function implement<C extends OperationContract>(
  contract: C,
  handle: (context: Context<C>) => Answer<C>,
  guard?: (context: Context<C>) => void,
): Operation {
  return { contract, handle, ...(guard && { guard }) }
}

/** What updates and deletions answer. */
export const done = { success: true } as const
