import type { Permission } from '../../contracts/node.ts'
import type { TokenKind } from '../../contracts/operation.ts'

/** What a call stands on. Times are milliseconds since 1970. */
export interface Token {
  readonly value: string
  readonly kind: TokenKind
  readonly appId: string
  /** The user or system user; absent for an app token. */
  readonly subjectId?: string
  /** The business in whose name the token acts; for a business integration the client's. */
  readonly businessId: string
  readonly scopes: readonly Permission[]
  /** Assets that the token is limited to; absent: whatever its business may see. */
  readonly targets?: readonly string[]
  readonly issuedAt: number
  /** 0: never. */
  readonly expiresAt: number
  /** Why it is good no longer, although its time has not come. */
  readonly ended?: TokenEnd
}

export type TokenEnd =
  | 'app_removed'
  | 'checkpointed'
  | 'password_changed'
  | 'user_unconfirmed'
  | 'logged_out'
  | 'session_invalid'

/** What a login gives an app, to be exchanged once for a token. */
export type LoginCode = CodeOfUser | CodeOfSignup

interface CodeOfUser extends AnyCode {
  readonly userId: string
  readonly scopes: readonly Permission[]
}

/** Of a business that signed up: it stands for the token of its integration with the app. */
interface CodeOfSignup extends AnyCode {
  readonly clientId: string
}

interface AnyCode {
  readonly value: string
  readonly appId: string
  readonly redirectUri?: string
  readonly issuedAt: number
  readonly used?: true
}
