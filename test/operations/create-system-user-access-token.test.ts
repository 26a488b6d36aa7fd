import { expect } from 'vitest'
import { createSystemUserAccessToken } from '../../contracts/operations/create-system-user-access-token.ts'
import { emulate, hmac, type Kit, need } from '../kit.ts'
import { expectError, proves } from '../operation.ts'

const EDGE = '/{client}/system_user_access_tokens'

const proof = ({ secrets, tokens }: Kit): string => hmac(need(secrets.app), need(tokens.partner_system_user))

/** A kit whose client has onboarded, so that there is an integration. */
async function onboarded(rulings: Record<string, string> = {}): Promise<Kit> {
  const kit = emulate(undefined, (file) => {
    file.rulings = rulings
  })
  await kit.graph('POST', '/{client}/onboard_partners_to_mm_lite')
  await kit.happens('client_accepts_mm_terms', { business: 'client' })
  return kit
}

const fetchToken = (kit: Kit, body: object = {}) =>
  kit.graph('POST', EDGE, { body: { appsecret_proof: proof(kit), fetch_only: true, ...body } })

proves(
  createSystemUserAccessToken,
  {
    'fetch_only answers the existing token, each time the same': async () => {
      const kit = await onboarded()
      const first = await fetchToken(kit)
      const second = await kit.graph('POST', EDGE, { query: { appsecret_proof: proof(kit), fetch_only: 'true' } })
      expect(second.body).toEqual(first.body)
    },
    'the token reaches the accounts that the client shares, and no others': async () => {
      const kit = await onboarded()
      const { access_token: as } = (await fetchToken(kit)).body
      for (const account of ['shared_account', 'obo_account']) {
        expect((await kit.graph('GET', `/{${account}}`, { as })).status).toBe(200)
      }
      expectError(await kit.graph('GET', '/{partner}', { as }), 'business_management_missing')
    },
    '/me tells the client that the token is for': async () => {
      const kit = await onboarded()
      const { access_token: as } = (await fetchToken(kit)).body
      const { body } = await kit.graph('GET', '/me', { as, query: { fields: 'client_business_id' } })
      expect(body).toEqual({ client_business_id: kit.names.client, id: expect.any(String) })
      expect((await kit.graph('GET', '/me', { query: { fields: 'client_business_id' } })).body).toEqual({
        id: kit.names.system_user,
      })
    },
    'without fetch_only a new token is made, which expires only when that was asked': async () => {
      const kit = await onboarded()
      const existing = (await fetchToken(kit)).body.access_token
      const fresh = (await fetchToken(kit, { fetch_only: false })).body.access_token
      const short = (await fetchToken(kit, { fetch_only: false, set_token_expires_in_60_days: true })).body.access_token
      expect(new Set([existing, fresh, short]).size).toBe(3)
      await kit.advance('59d')
      expect((await kit.graph('GET', '/{shared_account}', { as: short })).status).toBe(200)
      await kit.advance('2d')
      expect((await kit.graph('GET', '/{shared_account}', { as: fresh })).status).toBe(200)
      expectError(await kit.graph('GET', '/{shared_account}', { as: short }), 'token_expired')
    },
    'asset and scope make a narrower token': async () => {
      const kit = await onboarded()
      const asset = [need(kit.names.shared_account)]
      const narrow = { fetch_only: false, asset, scope: ['whatsapp_business_management'] }
      const { access_token: as } = (await fetchToken(kit, narrow)).body
      expect((await kit.graph('GET', '/{shared_account}', { as })).status).toBe(200)
      expectError(await kit.graph('GET', '/{obo_account}', { as }), 'object_missing_on_get')
    },
    'asset and scope may be comma lists, JSON lists, or lists in a JSON body': async () => {
      const kit = await onboarded()
      const { shared_account: shared = '', obo_account: obo = '' } = kit.names
      const both = ['whatsapp_business_management', 'whatsapp_business_messaging']
      const debugged = async (asset: unknown, scope: unknown, how: 'query' | 'body') => {
        const params = { appsecret_proof: proof(kit), asset, scope } as Record<string, string>
        const { access_token: input_token } = (await kit.graph('POST', EDGE, { [how]: params })).body
        const { data } = (await kit.graph('GET', '/debug_token', { as: 'app', query: { input_token } })).body
        return [data.scopes.toSorted(), data.granular_scopes[0].target_ids.toSorted()]
      }
      const wanted = [both, [shared, obo].toSorted()]
      expect(await debugged(`${shared},${obo}`, both.join(','), 'query')).toEqual(wanted)
      expect(await debugged(`[${shared}, ${obo}]`, JSON.stringify(both), 'query')).toEqual(wanted)
      expect(await debugged([Number(shared), obo], both, 'body')).toEqual(wanted)
      expect(await debugged(obo, both[1], 'query')).toEqual([[both[1]], [obo]])
    },
    'system_user_id may name the system user of the integration': async () => {
      const kit = await onboarded()
      const { access_token: as } = (await fetchToken(kit)).body
      const { id: system_user_id } = (await kit.graph('GET', '/me', { as })).body
      expect((await fetchToken(kit, { system_user_id })).body.access_token).toBe(as)
      expect((await fetchToken(kit, { system_user_id: Number(system_user_id) })).status).toBe(200)
    },
    'nothing is fetched of a client that removed the app, and its token is good no longer': async () => {
      const kit = await onboarded()
      const { access_token: old } = (await fetchToken(kit)).body
      await kit.happens('client_removes_app', { business: 'client', app: 'app' })
      expectError(await kit.graph('GET', '/{shared_account}', { as: old }), 'token_app_removed')
      expectError(await fetchToken(kit), 'integration_session_invalid')
      expectError(await fetchToken(kit, { fetch_only: false }), 'integration_session_invalid')
    },
    'the ad account is within reach only where the ruling ad-account-linked gives it': async () => {
      for (const [side, status] of [
        ['off', 400],
        ['reference', 200],
      ] as const) {
        const kit = await onboarded({ 'ad-account-linked': side })
        const { access_token: as } = (await fetchToken(kit)).body
        const { adAccountId } = kit.world().need('WhatsAppBusinessAccount', need(kit.names.shared_account))
        expect((await kit.graph('GET', `/${adAccountId}`, { as })).status).toBe(status)
      }
    },
  },
  {
    appsecret_proof_required: async () => kitWithoutProof(await onboarded()),
    business_management_missing: async () => {
      const kit = emulate(undefined, (file) => {
        if (file.tokens.partner_system_user) file.tokens.partner_system_user.scopes = ['whatsapp_business_management']
      })
      return fetchToken(kit)
    },
    permission_missing: async () => {
      const kit = await onboarded()
      expectError(await fetchToken(kit, { fetch_only: false, asset: [kit.names.partner] }), 'permission_missing')
      expectError(await fetchToken(kit, { system_user_id: '1' }), 'permission_missing')
      return fetchToken(emulate())
    },
    integration_session_invalid: async () => {
      const kit = await onboarded()
      await kit.happens('client_removes_app', { business: 'client', app: 'app' })
      return fetchToken(kit)
    },
    scope_invalid: async () => fetchToken(await onboarded(), { fetch_only: false, scope: ['business_management'] }),
  },
)

function kitWithoutProof(kit: Kit) {
  return kit.graph('POST', EDGE, { body: { fetch_only: true } })
}
