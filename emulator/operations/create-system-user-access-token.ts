import type { Permission } from '../../contracts/node.ts'
import { createSystemUserAccessToken as contract } from '../../contracts/operations/create-system-user-access-token.ts'
import { type Context, implement } from '../implement.ts'
import { integrationToken, issue } from '../model/integration.ts'
import { days } from '../model/time.ts'
import type { Token } from '../world/token.ts'

type TokenCall = Context<typeof contract>

export const createSystemUserAccessToken = implement(contract, (call) => {
  const { node: client, params, session, world, now, fail } = call
  const existing = integrationToken(world, session.app.id, client.id)
  if (!existing) {
    return fail('permission_missing', `${client.name} has no integration with the app ${session.app.name} yet`)
  }
  if (existing.ended) {
    fail(
      'integration_session_invalid',
      `${client.name} has removed the app ${session.app.name}; it has to connect anew`,
    )
  }
  if (params.system_user_id !== undefined && params.system_user_id !== existing.subjectId) {
    fail('permission_missing', `${params.system_user_id} is not the system user of this integration`)
  }
  if (params.fetch_only) return { access_token: existing.value }
  const { value: _, kind: __, issuedAt: ___, ...reach } = existing
  const expiresAt = params.set_token_expires_in_60_days ? now + days(60) : reach.expiresAt
  const token = issue(world, {
    ...reach,
    scopes: scopesOf(call, existing),
    targets: targetsOf(call, existing),
    expiresAt,
  })
  return { access_token: token.value }
})

/** A new token may have fewer permissions than the one that the client granted, never more. */
function scopesOf({ params, fail }: TokenCall, { scopes }: Token): readonly Permission[] {
  const wanted = params.scope ?? scopes
  const excess = wanted.find((scope) => !scopes.some((granted) => granted === scope))
  if (excess) fail('scope_invalid', `scope has ${excess}; the client granted ${scopes.join(', ')}`)
  return scopes.filter((scope) => wanted.includes(scope))
}

/** Likewise with assets. */
function targetsOf({ params, fail }: TokenCall, { targets = [] }: Token): readonly string[] {
  const wanted = params.asset ?? targets
  const excess = wanted.find((asset) => !targets.includes(asset))
  if (excess) fail('permission_missing', `asset has ${excess}; the client granted ${targets.join(', ')}`)
  return wanted
}
