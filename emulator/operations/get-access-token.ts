import { getAccessToken as contract } from '../../contracts/operations/get-access-token.ts'
import { type Context, implement } from '../implement.ts'
import { clientOf, tokenOf } from '../model/client.ts'
import { integrationToken } from '../model/integration.ts'
import { days, seconds } from '../model/time.ts'
import type { Application } from '../world/entities.ts'
import type { LoginCode, Token } from '../world/token.ts'

type Exchange = Context<typeof contract>

/** A code is good for so long. @see sources embedded-signup */
const CODE_LIFE = seconds(30)
const LONG = days(60)

export const getAccessToken = implement(contract, (call) => {
  const app = clientOf(call.params, call.world, call.fail)
  if (call.params.grant_type === 'client_credentials') return forApp(call, app)
  if (call.params.grant_type === 'fb_exchange_token') return forToken(call, app)
  return forCode(call, app)
})

function forApp({ world, now }: Exchange, app: Application) {
  const value = `${app.id}|${world.ids.token().slice(-27)}`
  const { id: appId, businessId } = app
  const token: Token = { value, kind: 'app', appId, businessId, scopes: [], issuedAt: now, expiresAt: 0 }
  return { access_token: world.issue(token).value, token_type: 'bearer' } as const
}

function forToken({ params, world, now, fail }: Exchange, app: Application) {
  const { fb_exchange_token: value } = params
  if (!value) return fail('parameter_required', 'fb_exchange_token was not sent', { param: 'fb_exchange_token' })
  const old = tokenOf(value, app, world)
  if (old.kind === 'app') fail('token_unparsable', 'an app token is not exchanged; client_credentials give another')
  return answer(world.issue({ ...old, value: world.ids.token(), issuedAt: now, expiresAt: now + LONG }))
}

function forCode(call: Exchange, app: Application) {
  const { id: appId } = app
  const used = useCode(call, app)
  const { world, now } = call
  if ('clientId' in used) return forSignup(call, app, used.clientId)
  const { userId, scopes } = used
  const businessId = world.need('User', userId).adminOf
  const token = { appId, subjectId: userId, businessId, scopes, issuedAt: now, expiresAt: now + LONG }
  return answer(world.issue({ ...token, value: world.ids.token(), kind: 'user' }))
}

/** The token of the business that signed up; one that never expires says nothing of it. @see sources login-for-business */
function forSignup({ world, now, fail }: Exchange, app: Application, clientId: string) {
  const token = integrationToken(world, app.id, clientId)
  if (!token || token.ended) return fail('code_format_invalid', 'the business has removed the app since')
  return token.expiresAt === 0
    ? ({ access_token: token.value, token_type: 'bearer' } as const)
    : answer({ ...token, issuedAt: now })
}

function useCode({ params, world, now, fail }: Exchange, app: Application): LoginCode {
  const { code: value } = params
  if (!value) return fail('parameter_required', 'neither code nor grant_type was sent', { param: 'code' })
  const code = world.code(value)
  if (!code || code.appId !== app.id) return fail('code_format_invalid', 'no login gave this app such a code')
  if (code.used) fail('code_used', 'a code can be exchanged once')
  if (now >= code.issuedAt + CODE_LIFE) fail('code_expired', 'the code is older than 30 seconds of the world’s time')
  // Of a code that came to a page over the SDK the parameter is left out, or empty as in many published clients: assumed.
  if ((params.redirect_uri || undefined) !== code.redirectUri) {
    fail('code_redirect_mismatch', `redirect_uri is ${params.redirect_uri}; the login had ${code.redirectUri}`)
  }
  return world.keepCode({ ...code, used: true })
}

function answer({ value, issuedAt, expiresAt }: Token) {
  return { access_token: value, token_type: 'bearer', expires_in: Math.round((expiresAt - issuedAt) / 1000) } as const
}
