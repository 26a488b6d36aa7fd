import { createHmac } from 'node:crypto'
import type { ErrorName } from '../contracts/errors.ts'
import type { TokenKind } from '../contracts/operation.ts'
import { textOf } from './body.ts'
import type { PlacedCall } from './call.ts'
import { Failure, fail } from './failure.ts'
import { minutes, pacificTime } from './model/time.ts'
import { whyNoToken } from './why-no-token.ts'
import type { Application } from './world/entities.ts'
import { TOKEN_PREFIX } from './world/ids.ts'
import { isNamed } from './world/named-token.ts'
import type { Token, TokenEnd } from './world/token.ts'
import type { World } from './world/world.ts'

/** Whose call it is. */
export interface Session {
  readonly token: Token
  readonly kind: TokenKind
  readonly app: Application
  /** The business in whose name the call acts. */
  readonly businessId: string
  /** Whether the call proved that it knows the app secret. */
  readonly proven: boolean
}

/**
 * Finds out who calls.
 * @throws Failure token_*, app_unknown, appsecret_proof_invalid
 */
export function authenticate(call: PlacedCall, world: World): Session {
  const { token: value } = call
  if (!value) {
    if (call.path[0] === 'me') fail('token_missing_for_me', 'no access token was sent, so there is no current user')
    fail('token_missing', 'no access token was sent: put it in the query, the body or the header Authorization: Bearer')
  }
  const token = findToken(value, world)
  const problem = problemWith(token, world)
  if (problem) throw problem
  const app = world.need('Application', token.appId)
  return { token, kind: token.kind, app, businessId: token.businessId, proven: checkProof(call, value, app, world) }
}

/** The token of a value. @throws Failure token_unparsable, token_malformed, token_undecryptable, app_unknown … */
export function findToken(value: string, world: World): Token {
  return world.token(value) ?? appTokenFor(value, world)
}

/** Why a token is good no longer. Undefined: it is good. */
export function problemWith(token: Token, world: World): Failure | undefined {
  if (token.ended) {
    const [error, why] = ENDS[token.ended]
    return new Failure(error, `${why}, so the token is good no longer`, { app: token.appId })
  }
  if (!token.expiresAt || token.expiresAt > world.now) return undefined
  const params = { expired: pacificTime(token.expiresAt), now: pacificTime(world.now) }
  const why = `the token expired at ${new Date(token.expiresAt).toISOString()} of the world's time`
  return new Failure('token_expired', why, params)
}

const ENDS: Readonly<Record<TokenEnd, [ErrorName, string]>> = {
  app_removed: ['token_app_removed', 'the app was removed, or the token revoked'],
  checkpointed: ['token_checkpointed', 'Meta asked the user to confirm who they are'],
  password_changed: ['token_password_changed', 'the user changed their password'],
  user_unconfirmed: ['token_user_unconfirmed', 'the user is not confirmed'],
  logged_out: ['token_logged_out', 'the user logged out'],
  session_invalid: ['token_session_invalid', 'the user lost the role that it stood on'],
}

/** hex(HMAC-SHA256(key = app secret, message = access token)). @see sources secure-requests */
export function appsecretProof(token: string, secret: string): string {
  return createHmac('sha256', secret).update(token).digest('hex')
}

/** How long a proof with a time is good. @see sources secure-requests */
const PROOF_LIFE = minutes(5)

function checkProof(call: PlacedCall, token: string, app: Application, world: World): boolean {
  const { appsecret_proof: proof, appsecret_time } = call.params
  if (proof === undefined) return false
  const time = appsecret_time === undefined ? undefined : (textOf(appsecret_time) ?? 'no text')
  const message = time === undefined ? token : `${token}|${time}`
  if (proof !== appsecretProof(message, app.secret)) {
    const rule = 'it must be the lower-case hex HMAC-SHA256 of the token of this very call, keyed with the app secret'
    fail('appsecret_proof_invalid', `the appsecret_proof does not belong to this token and app: ${rule}`)
  }
  if (time !== undefined && !(Math.abs(world.now - Number(time) * 1000) <= PROOF_LIFE)) {
    fail('appsecret_proof_invalid', `appsecret_time is ${time}; it must be within 5 minutes of the world's time`)
  }
  return true
}

/** `APP_ID|APP_SECRET` is a token of the app, whether or not the world lists it. */
function appTokenFor(value: string, world: World): Token {
  const [appId, secret] = value.split('|')
  if (!/^\d+$/.test(appId ?? '') || secret === undefined) refuseUnknown(value)
  const app = world.get('Application', appId)
  if (!app) fail('app_unknown', `no app has the id ${appId}; GET /_mmgraph/worlds lists those that there are`)
  if (app.secret !== secret) fail('token_signature_invalid', `the secret in the app token is not that of app ${appId}`)
  return {
    value,
    kind: 'app',
    appId: app.id,
    businessId: app.businessId,
    scopes: [],
    issuedAt: world.now,
    expiresAt: 0,
  }
}

/** What is said of a token that has the form of Meta's own, and is none of ours. */
export const FOREIGN = 'was not made here'

const GIVEN = 'use one that GET /_mmgraph/worlds lists'

function refuseUnknown(value: string): never {
  if (isNamed(value)) fail('token_malformed', whyNoToken(value), { token: value })
  if (value.startsWith(TOKEN_PREFIX)) {
    fail('token_malformed', `the token has the form of this emulator, and none of its worlds gave it; ${GIVEN}`, {
      token: value,
    })
  }
  if (/^EA[A-Za-z0-9]{10,}$/.test(value)) {
    const why = `a token that begins ${value.slice(0, 4)} (${value.length} characters) ${FOREIGN}; never send real tokens to an emulator, ${GIVEN}`
    fail('token_undecryptable', why)
  }
  fail('token_unparsable', `what was sent (${value.length} characters) has not the form of an access token; ${GIVEN}`)
}
