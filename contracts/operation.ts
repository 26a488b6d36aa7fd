import type { ErrorName } from './errors.ts'
import type { NodeType, Permission } from './node.ts'
import type { RulingName } from './rulings.ts'
import type { JsonSchema } from './schema.ts'
import type { Basis, Citation } from './sources.ts'
import type { Version } from './versions.ts'

export type Method = 'GET' | 'POST' | 'DELETE'

/** Whose token it is. A business integration system user (BISUAT) is a system user of the client's business. */
export type TokenKind = 'app' | 'user' | 'system-user' | 'business-integration'

/** What an operation stands on: a type of node, or Graph itself (`/debug_token`). */
export type OperationTarget = NodeType | 'Graph'

/** Who may call an operation, and the error for those who may not (the general one where none is named).
 * `otherwise.session` is for a token that is missing or good no longer. */
export interface Auth {
  /** No token is asked for, and one that comes is not looked at. */
  readonly anonymous?: true
  readonly tokens?: readonly TokenKind[]
  readonly permissions: readonly Permission[]
  /** The app must have Advanced access to the permissions even for its own business. */
  readonly access?: 'advanced'
  readonly proof?: 'required'
  /** `anyone`: the node need not be visible to the caller. `own`: it must be the very business of the caller. */
  readonly reach?: 'anyone' | 'own'
  readonly otherwise?: { readonly token?: ErrorName; readonly permission?: ErrorName; readonly session?: ErrorName }
}

/** What Graph promises of one operation: (method, type of node, edge) with its parameters, reply and errors. */
export interface OperationContract {
  /** Meta's operationId where it has one. */
  readonly name: string
  readonly method: Method
  /** What the id in the path must name. */
  readonly on: OperationTarget
  /** Absent: the node itself. */
  readonly edge?: string
  readonly since?: Version
  readonly until?: Version
  readonly auth: Auth
  /** Part of the Marketing API: its versions end earlier, and it is not called without one. */
  readonly marketing?: true
  /** It sends messages: an error that only a webhook tells is asked for here, and comes after a 200. */
  readonly sends?: true
  /** The limit that calls count towards, where it is not that of the account or the app. */
  readonly limit?: 'intent' | 'throughput' | 'insights' | 'none'
  /** Query and body together, as Graph reads them. */
  readonly params: JsonSchema
  readonly reply: JsonSchema
  /** It answers the bytes of a file, and no JSON. */
  readonly answers?: 'file'
  /** It may take long: its behaviour works slice by slice, and others get their turn in between. */
  readonly slices?: true
  /** The type of node that the edge lists; paging and `fields` then work as everywhere. */
  readonly lists?: NodeType
  /** What an edge that answers `{data}` is inside `fields`: its first element, bare; or left out where there is no data. */
  readonly inFields?: 'first' | 'left-out-when-empty'
  /** The parameters (`a`, or `a.b` within another) that name a callback and its verify token: Graph shakes hands with it before it answers. */
  readonly handshake?: { readonly callback: string; readonly token: string }
  /** Beyond those that any call can meet. */
  readonly errors: readonly ErrorName[]
  readonly rulings?: readonly RulingName[]
  /** JSON pointers to the parts of a reply in which two runs may differ. */
  readonly volatile?: readonly string[]
  /** May it be tried on real Graph, and where? */
  readonly live?: 'safe' | 'test-account'
  readonly basis: Basis
  /** What in it no source gives, and why it was chosen so. Must be there when the basis is `assumed`. */
  readonly assumes?: string
  readonly sources: readonly [Citation, ...Citation[]]
}

/** Keeps the literal types of a contract, so that its behaviour and its test are held to them. */
export function defineOperation<const C extends OperationContract>(contract: C): C {
  return contract
}
