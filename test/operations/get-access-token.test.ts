import request, { type Response } from 'supertest'
import { expect } from 'vitest'
import { getAccessToken } from '../../contracts/operations/get-access-token.ts'
import { emulate, holdToContract, type Kit, need } from '../kit.ts'
import { expectError, proves } from '../operation.ts'

const PATH = '/v24.0/oauth/access_token'

async function exchange(kit: Kit, query: object): Promise<Response> {
  const response = await request(kit.server).get(PATH).query(query)
  holdToContract(kit.world(), 'GET', PATH, response)
  return response
}

const credentials = ({ names, secrets }: Kit) => ({ client_id: need(names.app), client_secret: need(secrets.app) })

async function code(kit: Kit, params: object = {}): Promise<string> {
  const { body } = await kit.happens('user_logs_in', { user: 'admin', app: 'app', ...params })
  return body.result.code
}

/** A code of a client that signed up by one of the configurations. */
async function signupCode(config: string): Promise<{ kit: Kit; code: string }> {
  const kit = emulate('ready-to-sign-up')
  const phone = { number: '+1 416-555-0123' }
  const wish = { config, business: 'client', account: {}, phone }
  return { kit, code: (await kit.happens('client_finishes_embedded_signup', wish)).body.result.code }
}

proves(
  getAccessToken,
  {
    'a code becomes the token of the person, with what was granted, for 60 days': async () => {
      const kit = emulate()
      const scopes = ['whatsapp_business_management', 'business_management']
      const { status, body } = await exchange(kit, { ...credentials(kit), code: await code(kit, { scopes }) })
      expect({ status, ...body }).toEqual({
        status: 200,
        access_token: expect.stringMatching(/^EAAMMGRAPH/),
        token_type: 'bearer',
        expires_in: 5_184_000,
      })
      const permissions = await kit.graph('GET', '/me/permissions', { as: body.access_token })
      expect(permissions.body.data).toEqual(scopes.map((permission) => ({ permission, status: 'granted' })))
      expect((await kit.graph('GET', '/me', { as: body.access_token })).body.id).toBe(kit.names.admin)
      expect(kit.world().token(body.access_token)?.kind).toBe('user')
    },
    'it finds its world by client_id, and a token that comes along is not looked at': async () => {
      const kit = emulate()
      const { body } = await kit.control('post', 'worlds', { world: 'tech-provider' })
      const client = { client_id: body.names.app, client_secret: body.secrets.app }
      const { status, headers } = await exchange(kit, {
        ...client,
        grant_type: 'client_credentials',
        access_token: 'any',
      })
      expect({ status, world: headers['x-mmgraph-world'] }).toEqual({ status: 200, world: 'tech-provider' })
    },
    'a code of Embedded Signup becomes the token of the business, whose end is told where it has one': async () => {
      const forever = await signupCode('config')
      const { body } = await exchange(forever.kit, { ...credentials(forever.kit), code: forever.code })
      expect(body).toEqual({ access_token: expect.stringMatching(/^EAAMMGRAPH/), token_type: 'bearer' })
      const { kit, code } = await signupCode('config_60_days')
      const days60 = (await exchange(kit, { ...credentials(kit), code })).body
      expect(days60).toEqual({ ...body, access_token: expect.any(String), expires_in: 5_184_000 })
    },
    'a code of a business that removed the app is good no longer': async () => {
      const { kit, code } = await signupCode('config')
      const [token] = kit
        .world()
        .tokens()
        .filter(({ kind }) => kind === 'business-integration')
      kit.world().issue({ ...need(token), ended: 'app_removed' })
      expectError(await exchange(kit, { ...credentials(kit), code }), 'code_format_invalid')
    },
    'client_credentials give a token of the app': async () => {
      const kit = emulate()
      const { body } = await exchange(kit, { ...credentials(kit), grant_type: 'client_credentials' })
      expect(body.access_token).toMatch(new RegExp(`^${kit.names.app}\\|\\w{27}$`))
      expect(kit.world().token(body.access_token)).toMatchObject({ kind: 'app', scopes: [] })
      expect((await kit.graph('GET', '/{app}/subscriptions', { as: body.access_token })).body).toEqual({ data: [] })
    },
    'a token is exchanged for a fresh one of 60 days, by POST as well': async () => {
      const kit = emulate()
      const exchanged = {
        ...credentials(kit),
        grant_type: 'fb_exchange_token',
        fb_exchange_token: kit.tokens.client_admin,
      }
      const response = await request(kit.server).post(PATH).type('form').send(exchanged)
      expect(response.body).toMatchObject({ token_type: 'bearer', expires_in: 5_184_000 })
      expect(response.body.access_token).not.toBe(kit.tokens.client_admin)
      expect((await kit.graph('GET', '/me', { as: response.body.access_token })).status).toBe(200)
    },
    'a code of another app is none, and an exchange needs a token': async () => {
      const kit = emulate('second-partner-was-first')
      const query = { ...credentials(kit), code: await code(kit, { app: 'other_app' }) }
      expectError(await exchange(kit, query), 'code_format_invalid')
      const response = await exchange(kit, { ...credentials(kit), grant_type: 'fb_exchange_token' })
      expectError(response, 'parameter_required')
      expect(response.body.error.message).toContain('fb_exchange_token')
    },
    'a code with its redirect_uri': async () => {
      const kit = emulate()
      const redirect_uri = 'https://partner.example/back'
      const query = { ...credentials(kit), code: await code(kit, { redirect_uri }), redirect_uri }
      expect((await exchange(kit, query)).status).toBe(200)
    },
    'a token of the app is not exchanged': async () => {
      const kit = emulate()
      const exchanged = { grant_type: 'fb_exchange_token', fb_exchange_token: kit.tokens.app }
      expectError(await exchange(kit, { ...credentials(kit), ...exchanged }), 'token_unparsable')
    },
    'it is not for DELETE': async () => {
      const kit = emulate()
      const response = await request(kit.server).delete(PATH).query(credentials(kit))
      expectError(response, 'method_unsupported')
    },
    'a fault meets it, although it asks for no token': async () => {
      const kit = emulate()
      await kit.control('post', `worlds/${kit.id}/faults`, {
        error: 'service_unavailable',
        operation: 'getAccessToken',
      })
      expectError(await exchange(kit, { ...credentials(kit), grant_type: 'client_credentials' }), 'service_unavailable')
    },
    'the WWW-Authenticate header says what was wrong with a code': async () => {
      const kit = emulate()
      const query = { ...credentials(kit), code: await code(kit) }
      await exchange(kit, query)
      expect((await exchange(kit, query)).headers['www-authenticate']).toBe(
        'OAuth "Facebook Platform" "invalid_code" "This authorization code has been used."',
      )
    },
  },
  {
    client_id_missing: () => exchange(emulate(), {}),
    app_unknown: () => exchange(emulate(), { client_id: '1', client_secret: 'x' }),
    client_secret_invalid: () => {
      const kit = emulate()
      return exchange(kit, { ...credentials(kit), client_secret: 'wrong' })
    },
    code_expired: async () => {
      const kit = emulate()
      const query = { ...credentials(kit), code: await code(kit) }
      await kit.advance('30s')
      return exchange(kit, query)
    },
    code_used: async () => {
      const kit = emulate()
      const query = { ...credentials(kit), code: await code(kit) }
      await exchange(kit, query)
      return exchange(kit, query)
    },
    code_redirect_mismatch: async () => {
      const kit = emulate()
      return exchange(kit, { ...credentials(kit), code: await code(kit), redirect_uri: 'https://other.example' })
    },
    code_format_invalid: () => {
      const kit = emulate()
      return exchange(kit, { ...credentials(kit), code: 'AQnever' })
    },
    parameter_required: () => {
      const kit = emulate()
      return exchange(kit, credentials(kit))
    },
    token_unparsable: () => {
      const kit = emulate()
      return exchange(kit, { ...credentials(kit), grant_type: 'fb_exchange_token', fb_exchange_token: 'garbage' })
    },
    token_expired: async () => {
      const kit = emulate(undefined, (file) => {
        if (file.tokens.client_admin) file.tokens.client_admin.expires = '2026-03-01'
      })
      const fb_exchange_token = kit.tokens.client_admin
      return exchange(kit, { ...credentials(kit), grant_type: 'fb_exchange_token', fb_exchange_token })
    },
  },
)
