import { expect } from 'vitest'
import { debugToken } from '../../contracts/operations/debug-token.ts'
import { emulate, hmac, type Kit, need } from '../kit.ts'
import { expectError, proves } from '../operation.ts'

const debug = (kit: Kit, input: string, options: object = { as: 'app' }, fields?: string) =>
  kit.graph('GET', '/debug_token', {
    query: { input_token: kit.tokens[input] ?? input, ...(fields && { fields }) },
    ...options,
  })

async function integrated(): Promise<{ kit: Kit; token: string }> {
  const kit = emulate()
  await kit.graph('POST', '/{client}/onboard_partners_to_mm_lite')
  await kit.happens('client_accepts_mm_terms', { business: 'client' })
  const appsecret_proof = hmac(need(kit.secrets.app), need(kit.tokens.partner_system_user))
  const body = { fetch_only: true, appsecret_proof }
  const { access_token } = (await kit.graph('POST', '/{client}/system_user_access_tokens', { body })).body
  return { kit, token: access_token }
}

proves(
  debugToken,
  {
    'a system user token: never expires, scopes without target_ids': async () => {
      const kit = emulate()
      expect((await debug(kit, 'partner_system_user')).body).toEqual({
        data: {
          app_id: kit.names.app,
          type: 'SYSTEM_USER',
          application: 'Harbour Inbox',
          data_access_expires_at: 0,
          expires_at: 0,
          is_valid: true,
          issued_at: kit.now / 1000,
          scopes: ['business_management', 'whatsapp_business_management', 'whatsapp_business_messaging', 'ads_read'],
          granular_scopes: [
            { scope: 'business_management' },
            { scope: 'whatsapp_business_management' },
            { scope: 'whatsapp_business_messaging' },
            { scope: 'ads_read' },
          ],
          user_id: kit.names.system_user,
        },
      })
    },
    'a business integration token lists what it is limited to, the newest account first': async () => {
      const { kit, token } = await integrated()
      const { granular_scopes } = (await debug(kit, token)).body.data
      const target_ids = [kit.names.obo_account, kit.names.shared_account]
      expect(granular_scopes).toEqual([
        { scope: 'ads_read', target_ids: [] },
        { scope: 'whatsapp_business_management', target_ids },
        { scope: 'whatsapp_business_messaging', target_ids },
      ])
    },
    'an ad account is listed without act_': async () => {
      const kit = emulate('ready-to-send')
      const { granular_scopes } = (await debug(kit, 'client_business')).body.data
      const target_ids = [need(kit.names.ad_account).replace('act_', '')]
      expect(granular_scopes).toContainEqual({ scope: 'ads_read', target_ids })
    },
    'an app token': async () => {
      const kit = emulate()
      expect((await debug(kit, 'app')).body.data).toMatchObject({ type: 'APP', is_valid: true, scopes: [] })
    },
    'fields chooses, as the Node SDK asks for app_id alone': async () => {
      const kit = emulate()
      expect((await debug(kit, 'client_admin', { as: 'app' }, 'app_id')).body).toEqual({
        data: { app_id: kit.names.app },
      })
    },
    'a token that is good no longer is HTTP 200 with data.error, whose key is subcode': async () => {
      const kit = emulate()
      await kit.happens('user_changes_password', { user: 'admin' })
      const { status, body } = await debug(kit, 'client_admin')
      expect(status).toBe(200)
      expect(body.data).toMatchObject({ is_valid: false, error: { code: 190, subcode: 460 }, app_id: kit.names.app })
    },
    'a token of nobody is HTTP 200, too': async () => {
      expect((await debug(emulate(), 'EAAgarbage')).body).toEqual({
        data: { error: { code: 190, message: 'The access token could not be decrypted' }, is_valid: false, scopes: [] },
      })
    },
    'whoever belongs to the business of the app may look at its tokens, and another app at none': async () => {
      const kit = emulate('second-partner-was-first')
      expect((await debug(kit, 'client_admin', { as: 'partner_system_user' })).status).toBe(200)
      for (const as of ['other_app', 'other_system_user'])
        expectError(await debug(kit, 'client_admin', { as }), 'debug_token_caller')
    },
    'the access of a person to data ends after 90 days, and an app has no scopes that name assets': async () => {
      const kit = emulate()
      const { data } = (await debug(kit, 'client_admin')).body
      expect(data).toMatchObject({ type: 'USER', data_access_expires_at: kit.now / 1000 + 90 * 86_400 })
      expect((await debug(kit, 'app')).body.data).not.toHaveProperty('granular_scopes')
    },
    'everybody may look at their own token': async () => {
      expect((await debug(emulate(), 'client_admin', { as: 'client_admin' })).status).toBe(200)
    },
    'the parameter access_token with the app token wins over the header, as pywa sends it': async () => {
      const kit = emulate()
      const query = { input_token: need(kit.tokens.client_admin), access_token: need(kit.tokens.app) }
      expect((await kit.graph('GET', '/debug_token', { query })).body.data.is_valid).toBe(true)
    },
  },
  { debug_token_caller: () => debug(emulate(), 'partner_system_user', { as: 'client_admin' }) },
)
