import { createHmac } from 'node:crypto'
import type { TokenKind } from '../contracts/operation.ts'
import type { Call } from './call.ts'
import { fail } from './failure.ts'
import { pacificTime } from './model/time.ts'
import type { Application, Token } from './world/entities.ts'
import { TOKEN_PREFIX } from './world/ids.ts'
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
export function authenticate(call: Call, world: World): Session {
  const { token: value } = call
  if (!value) {
    if (call.path[0] === 'me') fail('token_missing_for_me', 'no access token was sent, so there is no current user')
    fail('token_missing', 'no access token was sent: put it in the query, the body or the header Authorization: Bearer')
  }
  const token = world.token(value) ?? appTokenFor(value, world)
  if (token.expiresAt && token.expiresAt <= world.now) {
    const params = { expired: pacificTime(token.expiresAt), now: pacificTime(world.now) }
    fail('token_expired', `the token expired at ${new Date(token.expiresAt).toISOString()} of the world's time`, params)
  }
  const app = world.need('Application', token.appId)
  return { token, kind: token.kind, app, businessId: token.businessId, proven: checkProof(call, value, app) }
}

/** hex(HMAC-SHA256(key = app secret, message = access token)). @see sources secure-requests */
export function appsecretProof(token: string, secret: string): string {
  return createHmac('sha256', secret).update(token).digest('hex')
}

function checkProof(call: Call, token: string, app: Application): boolean {
  const { appsecret_proof: proof } = call.params
  if (proof === undefined) return false
  if (proof !== appsecretProof(token, app.secret)) {
    const rule = 'it must be the lower-case hex HMAC-SHA256 of the token of this very call, keyed with the app secret'
    fail('appsecret_proof_invalid', `the appsecret_proof does not belong to this token and app: ${rule}`)
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

const GIVEN = 'use one that GET /_mmgraph/worlds lists'

function refuseUnknown(value: string): never {
  if (value.startsWith(TOKEN_PREFIX)) {
    fail('token_malformed', `the token has the form of this emulator, and none of its worlds gave it; ${GIVEN}`, {
      token: value,
    })
  }
  if (/^EA[A-Za-z0-9]{10,}$/.test(value)) {
    const why = `a token that begins ${value.slice(0, 4)} (${value.length} characters) was not made here; never send real tokens to an emulator, ${GIVEN}`
    fail('token_undecryptable', why)
  }
  fail('token_unparsable', `what was sent (${value.length} characters) has not the form of an access token; ${GIVEN}`)
}
