import request from 'supertest'
import { expect } from 'vitest'
import { revokeToken } from '../../contracts/operations/revoke-token.ts'
import { emulate, type Kit, need } from '../kit.ts'
import { expectError, proves } from '../operation.ts'

const revoke = (kit: Kit, query: object = {}) =>
  request(kit.server)
    .get('/v24.0/oauth/revoke')
    .query({
      client_id: kit.names.app,
      client_secret: kit.secrets.app,
      revoke_token: kit.tokens.partner_system_user,
      ...query,
    })

proves(
  revokeToken,
  {
    'ends a token at once, and no other': async () => {
      const kit = emulate()
      expect((await revoke(kit)).body).toEqual({ success: true })
      expectError(await kit.graph('GET', '/me'), 'token_app_removed')
      expect((await kit.graph('GET', '/me', { as: 'client_admin' })).status).toBe(200)
    },
    'the message names the app': async () => {
      const kit = emulate()
      await revoke(kit)
      expect((await kit.graph('GET', '/me')).body.error).toMatchObject({
        message: `Error validating access token: The user has not authorized application ${need(kit.names.app)}.`,
        error_subcode: 458,
      })
    },
  },
  {
    client_id_missing: () => revoke(emulate(), { client_id: undefined }),
    app_unknown: () => revoke(emulate(), { client_id: '7' }),
    client_secret_invalid: () => revoke(emulate(), { client_secret: '7' }),
    token_unparsable: () => revoke(emulate(), { revoke_token: '7' }),
  },
)
