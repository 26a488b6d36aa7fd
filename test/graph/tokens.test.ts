import { describe, expect, test } from 'vitest'
import { type ErrorName, faultErrors } from '../../contracts/errors.ts'
import { emulate, hmac, need } from '../kit.ts'
import { expectError } from '../operation.ts'

describe('every subcode of 190 has its happening', () => {
  const ways: readonly [string, ErrorName, number][] = [
    ['user_changes_password', 'token_password_changed', 460],
    ['user_logs_out', 'token_logged_out', 467],
    ['user_loses_role', 'token_session_invalid', 492],
    ['user_is_checkpointed', 'token_checkpointed', 459],
    ['user_is_unconfirmed', 'token_user_unconfirmed', 464],
    ['user_removes_app', 'token_app_removed', 458],
  ]

  test.each(ways)('%s: %s, subcode %i', async (name, error, subcode) => {
    const kit = emulate()
    expect((await kit.happens(name, { user: 'admin' })).body.result).toEqual({ ended: 1 })
    const response = await kit.graph('GET', '/me', { as: 'client_admin' })
    expectError(response, error)
    expect(response.body.error.error_subcode).toBe(subcode)
    expect((await kit.graph('GET', '/me')).status).toBe(200)
    expect((await kit.happens(name, { user: 'admin' })).body.error.message).toMatch(/no token that is good/)
  })

  test('client_removes_app ends the tokens of the integration', async () => {
    const kit = emulate()
    await kit.graph('POST', '/{client}/onboard_partners_to_mm_lite')
    await kit.happens('client_accepts_mm_terms', { business: 'client' })
    const integration = kit
      .world()
      .tokens()
      .find(({ kind }) => kind === 'business-integration')
    await kit.happens('client_removes_app', { business: 'client', app: 'app' })
    expectError(await kit.graph('GET', '/{shared_account}', { as: need(integration).value }), 'token_app_removed')
    const again = await kit.happens('client_removes_app', { business: 'client', app: 'app' })
    expect(again.body.error.message).toMatch(/no integration/)
  })
})

test("ruling error-subcode: an error carries it, or it is 'left-out' as the error page says", async () => {
  for (const [side, subcode] of [
    ['returned', 460],
    ['left-out', undefined],
  ] as const) {
    const kit = emulate(undefined, (file) => {
      file.rulings = { 'error-subcode': side }
    })
    await kit.happens('user_changes_password', { user: 'admin' })
    const { error } = (await kit.graph('GET', '/me', { as: 'client_admin' })).body
    expect([error.code, error.error_subcode]).toEqual([190, subcode])
  }
})

describe('appsecret_proof', () => {
  /** A call with the proof of a message, keyed with a secret; by default the right ones. */
  async function call(
    prove: (token: string, at: number) => { message?: string; key?: string; time?: number; proof?: string },
  ) {
    const kit = emulate()
    const { message, key, time, proof } = prove(need(kit.tokens.partner_system_user), kit.now / 1000)
    const right = hmac(key ?? need(kit.secrets.app), message ?? need(kit.tokens.partner_system_user))
    const query = { appsecret_proof: proof ?? right, ...(time && { appsecret_time: String(time) }) }
    return kit.graph('GET', '/me', { query })
  }

  test('is taken when it is right, although it is not asked for', async () => {
    expect((await call(() => ({}))).status).toBe(200)
  })

  test('of another token, another app or in upper case is refused', async () => {
    expectError(await call(() => ({ message: 'another' })), 'appsecret_proof_invalid')
    expectError(await call(() => ({ key: 'another' })), 'appsecret_proof_invalid')
    expectError(await call(() => ({ proof: 'ABCDEF' })), 'appsecret_proof_invalid')
  })

  test('with a time is good for five minutes', async () => {
    const old = (age: number) => call((token, at) => ({ message: `${token}|${at - age}`, time: at - age }))
    expect((await old(300)).status).toBe(200)
    expectError(await old(301), 'appsecret_proof_invalid')
    expectError(await call((_, at) => ({ time: at })), 'appsecret_proof_invalid')
  })

  test('is checked of an app token as well', async () => {
    const kit = emulate()
    const query = { appsecret_proof: hmac(need(kit.secrets.app), need(kit.tokens.app)) }
    expect((await kit.graph('GET', '/{app}', { as: 'app', query })).status).toBe(200)
    const wrong = { appsecret_proof: 'x' }
    expectError(await kit.graph('GET', '/{app}', { as: 'app', query: wrong }), 'appsecret_proof_invalid')
  })
})

describe('an error that no cause brings about is met by asking for it', () => {
  test.each(faultErrors)('%s', async (error) => {
    const kit = emulate()
    const params = { permission: 'ads_read', feature: 'x', param: 'file', types: 'image/png', type: 'text/csv' }
    const asked = await kit.control('post', `worlds/${kit.id}/faults`, { error, params })
    expect(asked.status).toBe(201)
    expectError(await kit.graph('GET', '/me'), error)
    expect((await kit.graph('GET', '/me')).status).toBe(200)
  })

  test('so many times, of one operation, and never before a token is good', async () => {
    const kit = emulate()
    const fault = { error: 'service_unavailable', operation: 'getWhatsAppBusinessAccountDetails', times: 2 }
    await kit.control('post', `worlds/${kit.id}/faults`, fault)
    expect((await kit.graph('GET', '/me')).status).toBe(200)
    expectError(await kit.graph('GET', '/{shared_account}', { as: 'garbage' }), 'token_unparsable')
    const first = await kit.graph('GET', '/{shared_account}')
    expectError(first, 'service_unavailable')
    expect(first.body.error.is_transient).toBe(true)
    expect((await kit.control('get', `worlds/${kit.id}/faults`)).body.data).toMatchObject([{ times: 1 }])
    expectError(await kit.graph('GET', '/{shared_account}'), 'service_unavailable')
    expect((await kit.graph('GET', '/{shared_account}')).status).toBe(200)
  })

  test('and can be taken back', async () => {
    const kit = emulate()
    await kit.control('post', `worlds/${kit.id}/faults`, { error: 'unknown_error' })
    expect((await kit.control('delete', `worlds/${kit.id}/faults`)).body).toEqual({ success: true })
    expect((await kit.graph('GET', '/me')).status).toBe(200)
  })

  test.each([
    [{ error: 'nothing' }, /^error: 'nothing' is no error; allowed are token_missing, (?:\w+, ){11}… and \d+ more\.$/],
    [{ error: 'servce_unavailable' }, /^error: 'servce_unavailable' is no error; did you mean service_unavailable\?$/],
    [{ error: 'unknown_error', operation: 'nothing' }, /^operation: 'nothing' is no operation; allowed are /],
    [{ error: 'feature_missing' }, /^params\.permission: the message of feature_missing needs it/],
    [{ error: 'media_download_failed' }, /^error: media_download_failed is told of what a customer sent/],
    [{ error: 'unknown_error', times: 0 }, /^times: must be >= 1/],
    [{}, /^The body: a fault needs one of error, latency, drop, truncate, page, webhooks/],
  ])('bad input %j is told', async (fault, message) => {
    const kit = emulate()
    const { status, body } = await kit.control('post', `worlds/${kit.id}/faults`, fault)
    expect({ status, message: body.error.message }).toEqual({ status: 400, message: expect.stringMatching(message) })
  })
})
