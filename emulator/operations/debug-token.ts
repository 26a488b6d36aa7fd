import type { Permission } from '../../contracts/node.ts'
import { debugToken as contract } from '../../contracts/operations/debug-token.ts'
import { errorOf } from '../failure.ts'
import { parseFields } from '../fields.ts'
import { implement } from '../implement.ts'
import { days } from '../model/time.ts'
import { problemWith, type Session } from '../session.ts'
import type { Token } from '../world/token.ts'
import type { World } from '../world/world.ts'

const TYPES = { app: 'APP', user: 'USER', 'system-user': 'SYSTEM_USER', 'business-integration': 'SYSTEM_USER' } as const
const TARGETED = {
  ads_read: 'AdAccount',
  whatsapp_business_management: 'WhatsAppBusinessAccount',
  whatsapp_business_messaging: 'WhatsAppBusinessAccount',
} as const

export const debugToken = implement(contract, ({ params, session, world, fail }) => {
  const token = world.token(params.input_token)
  if (!token) {
    const error = { code: 190, message: 'The access token could not be decrypted' }
    return { data: { error, is_valid: false, scopes: [] } }
  }
  if (!mayInspect(session, token)) fail('debug_token_caller', 'the caller neither owns the token nor the app behind it')
  const data = describe(token, world)
  const wanted = parseFields(params.fields)?.map(({ name }) => name)
  const chosen = Object.entries(data).filter(([key]) => !wanted || wanted.includes(key))
  return { data: Object.fromEntries(chosen) }
})

/** The app itself (its token acts for its business), whoever belongs to the business that owns it, and everybody their own token. */
function mayInspect({ token: own, app, businessId }: Session, token: Token): boolean {
  if (own.value === token.value) return true
  return app.id === token.appId && businessId === app.businessId
}

function describe(token: Token, world: World) {
  const app = world.need('Application', token.appId)
  const problem = problemWith(token, world)
  const error = problem && errorOf(problem, world.rulings)
  const { code = 190, message = '', subcode } = error ?? {}
  return {
    app_id: app.id,
    type: TYPES[token.kind],
    application: app.name,
    data_access_expires_at: token.kind === 'user' ? unix(token.issuedAt + days(90)) : 0,
    ...(error && { error: { code, message, ...(subcode && { subcode }) } }),
    expires_at: unix(token.expiresAt),
    is_valid: !error,
    issued_at: unix(token.issuedAt),
    scopes: [...token.scopes],
    ...(token.kind !== 'app' && { granular_scopes: token.scopes.map((scope) => granular(scope, token, world)) }),
    ...(token.subjectId && { user_id: token.subjectId }),
  }
}

/** A token that is limited to assets lists them, the newest first; one that is not leaves them out. */
function granular(scope: Permission, { targets }: Token, world: World): { scope: string; target_ids?: string[] } {
  const type = scope in TARGETED ? TARGETED[scope as keyof typeof TARGETED] : undefined
  if (!type || !targets) return { scope }
  const target_ids = targets.filter((id) => world.get(type, id)).map((id) => id.replace(/^act_/, ''))
  return { scope, target_ids: target_ids.reverse() }
}

function unix(at: number): number {
  return Math.floor(at / 1000)
}
