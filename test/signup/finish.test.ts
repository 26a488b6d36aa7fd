import request, { type Response } from 'supertest'
import { describe, expect, test } from 'vitest'
import { signupMessage } from '../../contracts/signup/message.ts'
import { problemsWith } from '../../contracts/validate.ts'
import type { WorldFile } from '../../emulator/world/file.ts'
import { changeOf, emulate, hmac, holdToContract, type Kit, need, type Receiver, receive, subscribe } from '../kit.ts'
import { expectError } from '../operation.ts'

const NUMBER = '+1 416-555-0123'
const MM = { version: 'v3', features: [{ name: 'marketing_messages_lite' }] }
const APP_ONLY = { version: 'v3', features: [{ name: 'app_only_install' }] }
const ON_APP = { version: 'v3', featureType: 'whatsapp_business_app_onboarding' }

const world = (change?: Parameters<typeof emulate>[1]) => emulate('ready-to-sign-up', change)

/** Finishes, and says that it was possible. */
async function finish(kit: Kit, params: object = {}) {
  const { status, body } = await kit.happens('client_finishes_embedded_signup', {
    config: 'config',
    business: 'client',
    account: {},
    phone: { number: NUMBER },
    ...params,
  })
  expect({ status, error: body.error }).toEqual({ status: 200, error: undefined })
  const { message } = body.result
  if (message) expect(problemsWith(signupMessage, message)).toEqual([])
  return body.result as {
    code: string
    message: Record<string, unknown>
    business: string
    account: string
    phone: string
  }
}

/** Is refused, and answers why. */
async function refused(kit: Kit, params: object): Promise<string> {
  const { status, body } = await kit.happens('client_finishes_embedded_signup', {
    config: 'config',
    business: 'client',
    account: {},
    phone: { number: NUMBER },
    ...params,
  })
  expect(status).toBe(400)
  return body.error.message
}

async function exchange(kit: Kit, code: string, query: object = {}): Promise<Response> {
  const path = '/v24.0/oauth/access_token'
  const client = { client_id: need(kit.names.app), client_secret: need(kit.secrets.app) }
  const response = await request(kit.server)
    .get(path)
    .query({ ...client, code, ...query })
  holdToContract(kit.world(), 'GET', path, response)
  return response
}

async function hearing(kit: Kit): Promise<Receiver> {
  const receiver = await receive()
  await subscribe(kit, receiver)
  return receiver
}

const events = (receiver: Receiver) => receiver.posts.map((post) => [changeOf(post).event, changeOf(post).waba_info])

describe('what the page is told', () => {
  test('FINISH, with the ids of all three', async () => {
    const kit = world()
    const { message, account, business, phone } = await finish(kit)
    expect(message).toEqual({
      data: { phone_number_id: phone, waba_id: account, business_id: business },
      type: 'WA_EMBEDDED_SIGNUP',
      event: 'FINISH',
    })
    expect(business).toBe(kit.names.client)
  })

  test('FINISH_ONLY_WABA without a number', async () => {
    const kit = world()
    const { message, account, business } = await finish(kit, { phone: undefined })
    expect(message).toEqual({
      data: { waba_id: account, business_id: business },
      type: 'WA_EMBEDDED_SIGNUP',
      event: 'FINISH_ONLY_WABA',
      version: 3,
    })
  })

  test('FINISH_WHATSAPP_BUSINESS_APP_ONBOARDING, with the account alone', async () => {
    const kit = world()
    const phone = { number: NUMBER, on_app: true }
    const { message, account } = await finish(kit, { config: 'config_by_page', extras: ON_APP, phone })
    expect(message).toEqual({
      data: { waba_id: account },
      type: 'WA_EMBEDDED_SIGNUP',
      event: 'FINISH_WHATSAPP_BUSINESS_APP_ONBOARDING',
      version: 3,
    })
  })

  test('FINISH_OBO_MIGRATION, and FINISH_GRANT_ONLY_API_ACCESS', async () => {
    const obo = await finish(world(), { account: 'obo_account', phone: undefined })
    expect(obo.message.event).toBe('FINISH_OBO_MIGRATION')
    const appOnly = await finish(world(), { config: 'config_by_page', extras: APP_ONLY })
    expect(appOnly.message).toEqual({
      data: { phone_number_id: appOnly.phone, waba_id: appOnly.account, business_id: appOnly.business },
      type: 'WA_EMBEDDED_SIGNUP',
      event: 'FINISH_GRANT_ONLY_API_ACCESS',
    })
  })

  test('v2 tells it only where sessionInfoVersion is set', async () => {
    const kit = world()
    expect((await finish(kit, { config: 'config_by_page' })).message).toBeNull()
    const phone = { number: '+1 416-555-0124' }
    const told = await finish(kit, { config: 'config_by_page', extras: { sessionInfoVersion: '3' }, phone })
    expect(told.message.event).toBe('FINISH')
  })

  test('CANCEL with the step, under both sides of the ruling', async () => {
    for (const [side, version] of [
      ['absent', {}],
      ['present', { version: 3 }],
    ] as const) {
      const kit = world((file) => Object.assign(file, { rulings: { 'signup-cancel-version': side } }))
      const { body } = await kit.happens('client_cancels_embedded_signup', {
        config: 'config',
        step: 'PHONE_NUMBER_SETUP',
      })
      expect(body.result.message).toEqual({
        data: { current_step: 'PHONE_NUMBER_SETUP' },
        type: 'WA_EMBEDDED_SIGNUP',
        event: 'CANCEL',
        ...version,
      })
      expect(problemsWith(signupMessage, body.result.message)).toEqual([])
    }
  })

  test('an error that was reported, under both sides of the ruling', async () => {
    for (const [side, key] of [
      ['error-code', 'error_code'],
      ['error-id', 'error_id'],
    ] as const) {
      const kit = world((file) => Object.assign(file, { rulings: { 'signup-error-key': side } }))
      const { body } = await kit.happens('client_reports_signup_error', { config: 'config', error_code: '524126' })
      expect(body.result.message).toEqual({
        data: {
          error_message:
            'Your verified name violates WhatsApp guidelines. Please edit your verified name and try again.',
          [key]: '524126',
          session_id: expect.stringMatching(/^[0-9a-f]{15}$/),
          timestamp: '1772442000',
        },
        type: 'WA_EMBEDDED_SIGNUP',
        event: 'CANCEL',
      })
      expect(problemsWith(signupMessage, body.result.message)).toEqual([])
    }
  })
})

describe('what it does', () => {
  test('the account is shared, and the partner hears of it', async () => {
    const kit = world()
    const receiver = await hearing(kit)
    const { account, business } = await finish(kit, { config: 'config_60_days' })
    const waba_info = { waba_id: account, owner_business_id: business }
    expect(events(receiver)).toEqual([['PARTNER_ADDED', waba_info]])
    expect(receiver.posts[0]?.json.entry[0]?.id).toBe(kit.names.partner)
    const shared = await kit.graph('GET', '/{partner}/client_whatsapp_business_accounts')
    expect(shared.body.data.map(({ id }: { id: string }) => id)).toEqual([account])
  })

  test('with Marketing Messages each account of the business is told of, and all are onboarded', async () => {
    const kit = world()
    const receiver = await hearing(kit)
    await finish(kit, { account: 'waba', phone: 'phone' })
    await kit.happens('client_shares_account', { account: 'waba', partner: 'partner' })
    const { account } = await finish(kit)
    const waba_info = { waba_id: kit.names.waba, owner_business_id: kit.names.client }
    expect(events(receiver).map(([event]) => event)).toEqual([
      'PARTNER_ADDED',
      'MM_LITE_TERMS_SIGNED',
      'PARTNER_ADDED',
      'MM_LITE_TERMS_SIGNED',
    ])
    expect(events(receiver)[1]).toEqual(['MM_LITE_TERMS_SIGNED', waba_info])
    expect(events(receiver)[3]?.[1]).toMatchObject({ waba_id: account })
    const read = await kit.graph('GET', `/${account}?fields=marketing_messages_onboarding_status,ownership_type`)
    expect(read.body.marketing_messages_onboarding_status).toBe('PENDING_VALID_PAYMENT_METHOD')
  })

  test('terms that are declined are not signed', async () => {
    const kit = world()
    const receiver = await hearing(kit)
    await finish(kit, { mm_terms: false })
    expect(events(receiver).map(([event]) => event)).toEqual(['PARTNER_ADDED'])
    expect(kit.world().need('Business', need(kit.names.client)).termsSignedAt).toBeUndefined()
  })

  test('app_only_install: the business token alone reaches the account, and hears of it once it is subscribed', async () => {
    const kit = world()
    const receiver = await hearing(kit)
    const { account, business, code } = await finish(kit, { config: 'config_by_page', extras: APP_ONLY })
    const partner_app_id = kit.names.app
    expect(events(receiver)).toEqual([
      ['PARTNER_APP_INSTALLED', { waba_id: account, owner_business_id: business, partner_app_id }],
    ])
    expectError(await kit.graph('GET', `/${account}`), 'object_missing_on_get')
    const { access_token: as } = (await exchange(kit, code)).body
    expect((await kit.graph('GET', `/${account}`, { as })).status).toBe(200)
    expect((await kit.graph('POST', `/${account}/subscribed_apps`, { as })).body).toEqual({ success: true })
    await kit.happens('account_violates_policy', { account, type: 'ADULT' })
    expect(events(receiver).at(-1)?.[0]).toBe('ACCOUNT_VIOLATION')
    await kit.happens('client_removes_app', { business: business, app: 'app' })
    await kit.happens('account_violates_policy', { account, type: 'ADULT' })
    expect(events(receiver).at(-1)?.[0]).toBe('PARTNER_APP_UNINSTALLED')
    expect(kit.world().need('WhatsAppBusinessAccount', account).subscribedApps).toEqual([])
  })

  test('of a solution both partners are told, with its id', async () => {
    const kit = emulate('partner-with-solution', (file) => {
      Object.assign(file, { loginConfigurations: { config: { app: 'app', name: 'x', products: ['cloud_api'] } } })
    })
    const receiver = await hearing(kit)
    const [solutionID] = Object.entries(kit.names).flatMap(([name, id]) =>
      kit.world().get('WhatsAppBusinessSolution', id) ? [name] : [],
    )
    const { account } = await finish(kit, { extras: { setup: { solutionID } } })
    const { sharedWith } = kit.world().need('WhatsAppBusinessAccount', account)
    expect(sharedWith).toHaveLength(2)
    expect(events(receiver)[0]).toEqual([
      'PARTNER_ADDED',
      {
        waba_id: account,
        owner_business_id: kit.names.client,
        solution_id: need(kit.names[need(solutionID)]),
        solution_partner_business_ids: sharedWith,
      },
    ])
  })

  test('an account that was held on its behalf is the client’s, and shared', async () => {
    const kit = world()
    await finish(kit, { account: 'obo_account', phone: undefined })
    const read = await kit.graph('GET', '/{obo_account}?fields=ownership_type,owner_business_info')
    expect(read.body).toMatchObject({ ownership_type: 'CLIENT_OWNED', owner_business_info: { id: kit.names.client } })
  })

  test('a number of the app sends at once, and needs no registration', async () => {
    const kit = world()
    const phone = { number: NUMBER, on_app: true }
    const done = await finish(kit, { config: 'config_by_page', extras: ON_APP, phone })
    const read = await kit.graph('GET', `/${done.phone}?fields=is_on_biz_app,platform_type,status`)
    expect(read.body).toMatchObject({ is_on_biz_app: true, platform_type: 'CLOUD_API', status: 'CONNECTED' })
  })

  test('of a number of the app a partner asks the chats, as after any onboarding of one', async () => {
    const kit = world()
    const history = [{ with: '14165550177', ago: '3d', text: { body: 'Are you open?' } }]
    const phone = { number: NUMBER, on_app: true, history }
    const done = await finish(kit, { config: 'config_by_page', extras: ON_APP, phone })
    const asked = await kit.graph('POST', `/${done.phone}/smb_app_data`, {
      body: { messaging_product: 'whatsapp', sync_type: 'history' },
    })
    expect(asked.body).toMatchObject({ messaging_product: 'whatsapp', request_id: expect.any(String) })
    expect(await refused(world(), { phone: { number: NUMBER, history } })).toContain('phone.history')
    const nigerian = { number: '+234 803 555 0123', on_app: true }
    expect(await refused(world(), { config: 'config_by_page', extras: ON_APP, phone: nigerian })).toContain('Nigeria')
  })

  test('an account that a business makes after it signed is told of, too', async () => {
    const kit = world()
    const receiver = await hearing(kit)
    await finish(kit)
    const { account } = await finish(kit, { config: 'config_60_days', phone: { number: '+1 416-555-0124' } })
    expect(events(receiver).slice(2)).toEqual([
      ['PARTNER_ADDED', expect.objectContaining({ waba_id: account })],
      ['MM_LITE_TERMS_SIGNED', expect.objectContaining({ waba_id: account })],
    ])
  })

  test('a client of a solution that is full cannot come into it', async () => {
    const kit = emulate('partner-with-solution', (file) => {
      Object.assign(file, { loginConfigurations: { config: { app: 'app', name: 'x', products: ['cloud_api'] } } })
    })
    const solution = need(kit.world().list('WhatsAppBusinessSolution')[0])
    const partners = [solution.ownerAppId, solution.partnerAppId].map((id) => kit.world().need('Application', id))
    const of = partners.map(({ businessId }) => kit.world().need('Business', businessId).partner)
    expect(of).toContain('tech-provider')
    const extras = { setup: { solutionID: solution.id } }
    for (let n = 0; n < 200; n += 1) {
      const done = await finish(kit, { extras, business: { name: `Fern ${n}` }, account: {}, phone: undefined })
      expect(kit.world().need('WhatsAppBusinessAccount', done.account).solutionSince).toBe(kit.world().now)
    }
    expect(await refused(kit, { extras, business: { name: 'Moss' } })).toContain('200 new customers within seven days')
    await kit.advance('7d')
    await finish(kit, { extras, business: { name: 'Moss' } })
  })

  test('a new number is verified and waits for its registration', async () => {
    const kit = world()
    const { phone } = await finish(kit)
    const fields = 'code_verification_status,status,platform_type,display_phone_number,verified_name'
    expect((await kit.graph('GET', `/${phone}?fields=${fields}`)).body).toEqual({
      code_verification_status: 'VERIFIED',
      status: 'PENDING',
      platform_type: 'NOT_APPLICABLE',
      display_phone_number: NUMBER,
      verified_name: 'Juniper Bakery',
      id: phone,
    })
    const registered = await kit.graph('POST', `/${phone}/register`, {
      body: { messaging_product: 'whatsapp', pin: '123456' },
    })
    expect(registered.body).toEqual({ success: true })
  })

  test('a new business has an admin, who can be asked by the Intent API', async () => {
    const kit = world()
    const { business } = await finish(kit, { business: { name: 'Fen & Fern', country: 'GB' }, mm_terms: false })
    expect(kit.world().need('Business', business)).toMatchObject({ country: 'GB', verification_status: 'not_verified' })
    const asked = await kit.graph('POST', `/${business}/onboard_partners_to_mm_lite`)
    expect(asked.body).toEqual({ request_id: expect.any(String) })
    const { body } = await kit.control('get', `worlds/${kit.id}/mailbox`)
    expect(body.data.at(-1).to).toEqual(['admin@fen-fern.example'])
  })

  test('signing answers an invitation that waits', async () => {
    const kit = emulate('partner-with-obo-client', (file) => {
      Object.assign(file, {
        loginConfigurations: { config: { app: 'app', name: 'x', products: ['marketing_messages'] } },
      })
    })
    const asked = await kit.graph('POST', '/{client}/onboard_partners_to_mm_lite')
    await finish(kit)
    expect(kit.world().need('BusinessAgreement', asked.body.request_id).request_status).toBe('APPROVE')
  })

  test('a signup that is refused leaves nothing behind', async () => {
    const kit = world()
    const before = JSON.stringify(kit.world().state())
    await refused(kit, { business: { name: 'Fen' }, phone: { number: '+1 416-555-0190' } })
    expect(JSON.stringify(kit.world().state())).toBe(before)
  })
})

describe('the token', () => {
  test('is of the business, reaches what was delegated, and never expires', async () => {
    const kit = world()
    const { code, account, business } = await finish(kit)
    const { status, body } = await exchange(kit, code)
    expect({ status, ...body }).toEqual({ status: 200, access_token: expect.any(String), token_type: 'bearer' })
    const me = await kit.graph('GET', '/me?fields=client_business_id', { as: body.access_token })
    expect(me.body.client_business_id).toBe(business)
    const debug = await kit.graph('GET', `/debug_token?input_token=${body.access_token}`, { as: 'app' })
    expect(debug.body.data).toMatchObject({
      type: 'SYSTEM_USER',
      expires_at: 0,
      granular_scopes: [
        { scope: 'whatsapp_business_management', target_ids: [account] },
        { scope: 'whatsapp_business_messaging', target_ids: [account] },
      ],
    })
  })

  test('lists the newest account first, whether or not terms were signed', async () => {
    const kit = world()
    const first = await finish(kit)
    await kit.happens('client_shares_account', { account: 'waba', partner: 'partner' })
    const second = await finish(kit, { phone: { number: '+1 416-555-0124' } })
    const third = await finish(kit, { account: 'waba', phone: 'phone' })
    const { access_token } = (await exchange(kit, third.code)).body
    const { body } = await kit.graph('GET', `/debug_token?input_token=${access_token}`, { as: 'app' })
    expect(body.data.granular_scopes[0].target_ids).toEqual([kit.names.waba, second.account, first.account])
  })

  test('lasts 60 days where the configuration says so', async () => {
    const kit = world()
    const { code } = await finish(kit, { config: 'config_60_days' })
    const { body } = await exchange(kit, code)
    expect(body.expires_in).toBe(5_184_000)
    await kit.advance('60d')
    expectError(await kit.graph('GET', '/me', { as: body.access_token }), 'token_expired')
  })

  test('is another one after the client removed the app and came back', async () => {
    const kit = world()
    const first = (await exchange(kit, (await finish(kit)).code)).body.access_token
    await kit.happens('client_removes_app', { business: 'client', app: 'app' })
    const again = await finish(kit, { account: 'waba', phone: 'phone' })
    const second = (await exchange(kit, again.code)).body.access_token
    expect(second).not.toBe(first)
    expect((await kit.graph('GET', '/me', { as: second })).status).toBe(200)
    expect((await kit.graph('GET', '/me', { as: first })).status).toBe(401)
  })

  test('of the hosted flow is fetched, as there is no code', async () => {
    const kit = world()
    const done = await finish(kit, { config: 'config_60_days', hosted: true })
    expect(Object.keys(done)).toEqual(['business', 'account', 'phone'])
    const { body } = await kit.graph('POST', '/{client}/system_user_access_tokens', {
      body: {
        fetch_only: true,
        appsecret_proof: hmac(need(kit.secrets.app), need(kit.tokens.partner_system_user)),
      },
    })
    expect(
      (await kit.graph('GET', `/${done.account}/phone_numbers`, { as: body.access_token })).body.data,
    ).toHaveLength(1)
    expect(await refused(kit, { hosted: true, extras: MM })).toContain('cannot be customised')
  })
})

describe('the code', () => {
  test('is good for 30 seconds', async () => {
    const kit = world()
    const { code } = await finish(kit)
    await kit.advance('29s')
    expect((await exchange(kit, code)).status).toBe(200)
    const { code: late } = await finish(kit, { phone: { number: '+1 416-555-0124' } })
    await kit.advance('30s')
    const response = await exchange(kit, late)
    expectError(response, 'code_expired')
    expect(response.headers['www-authenticate']).toBe(
      'OAuth "Facebook Platform" "invalid_code" "This authorization code has expired."',
    )
  })

  test('is good once, and takes no redirect_uri', async () => {
    const kit = world()
    const { code } = await finish(kit)
    const redirect_uri = 'https://partner.example/'
    expectError(await exchange(kit, code, { redirect_uri }), 'code_redirect_mismatch')
    expect((await exchange(kit, code, { redirect_uri: '' })).status).toBe(200)
    const again = await exchange(kit, code)
    expectError(again, 'code_used')
    expect(again.headers['www-authenticate']).toContain('"invalid_code" "This authorization code has been used."')
  })

  test('is of its app, and ends when the client removes it', async () => {
    const kit = world()
    const { code } = await finish(kit)
    expectError(await exchange(kit, code, { client_secret: 'x' }), 'client_secret_invalid')
    expectError(await exchange(kit, code, { client_id: '7' }), 'app_unknown')
    await kit.happens('client_removes_app', { business: 'client', app: 'app' })
    expectError(await exchange(kit, code), 'code_format_invalid')
  })
})

const page = (extras: object) => ({ config: 'config_by_page', extras })

describe('what cannot be', () => {
  test.each<[string, object, RegExp]>([
    [
      'a configuration that is none',
      { config: 'confg' },
      /config: 'confg' is no login configuration.*did you mean config\?/,
    ],
    ['a version that is none', page({ version: 'v9' }), /extras.version: 'v9' is no version/],
    ['v4 without products', page({ version: 'v4' }), /v4 is chosen by the products/],
    ['v3 with products', { extras: { version: 'v3' } }, /has products, which makes it one of v4, not of v3/],
    [
      'a version before its time',
      { extras: { version: 'v4-public-preview' } },
      /is there from 2026-05-12 on; it is 2026-03-02/,
    ],
    [
      'only_waba_sharing in v3',
      page({ version: 'v3', featureType: 'only_waba_sharing' }),
      /v3 has no 'only_waba_sharing'/,
    ],
    [
      'app_only_install in v2',
      page({ features: [{ name: 'app_only_install' }] }),
      /v2 has no 'app_only_install'; it has marketing_messages_lite/,
    ],
    [
      'marketing_messages_lite in v4',
      { extras: { features: [{ name: 'marketing_messages_lite' }] } },
      /v4 has no 'marketing_messages_lite'/,
    ],
    [
      'app_only_install of the app',
      page({ ...ON_APP, features: APP_ONLY.features }),
      /is not for users of the WhatsApp Business app/,
    ],
    [
      'a solution that is not there',
      page({ version: 'v3', setup: { solutionID: '7' } }),
      /has no Multi-Partner Solution 7/,
    ],
    ['no business', { business: undefined }, /business: it is missing/],
    ['the partner itself', { business: 'partner' }, /owns the app itself/],
    ['an account of another', { account: 'waba', business: 'other_client' }, /Juniper shop is not of Lantern Books/],
    ['v2 without a number', { ...page({}), phone: undefined }, /a signup of v2 ends with a verified number/],
    [
      'v2 with one that is not verified',
      { ...page({}), phone: { number: NUMBER, verified: false } },
      /ends with a verified number/,
    ],
    ['a number where none is asked for', page({ featureType: 'only_waba_sharing' }), /asks for none/],
    ['a number on the app, not asked for', { phone: { number: NUMBER, on_app: true } }, /did not ask for featureType/],
    ['a number that is listed', { phone: { number: '+1 416-555-0190' } }, /already exists in your list/],
    [
      'a number of another',
      { business: 'other_client', phone: { number: '+14165550190' } },
      /registered to an existing WhatsApp account/,
    ],
    [
      'a key that is misspelt',
      { phone: { nmber: NUMBER } },
      /with\.phone: must (?:have required property 'number'|not have 'nmber')/,
    ],
    ['no number', { phone: { number: '555' } }, /doesn’t appear to be valid/],
    ['a wrong code', { phone: { number: NUMBER, code: '000000' } }, /error verifying this phone number/],
    ['a number of another account', { phone: 'phone' }, /is not of the account/],
  ])('%s', async (_, params, why) => {
    expect(await refused(world(), params)).toMatch(why)
  })

  test('an app without Advanced access, and a business that is no partner', async () => {
    const change = (what: (file: WorldFile) => void) => world(what as never)
    const access = change((file) => Object.assign(need(file.apps.app), { access: {} }))
    expect(await refused(access, {})).toContain('no Advanced access to whatsapp_business_management')
    const plain = change((file) => delete (file.businesses.partner as { partner?: string }).partner)
    expect(await refused(plain, {})).toContain('neither a Solution Partner nor a Tech Provider')
  })

  test('an OBO account whose transfer nobody asked for, and a third partner', async () => {
    const kit = world((file) => delete need(file.accounts).obo_account?.mobilityIntent)
    expect(await refused(kit, { account: 'obo_account' })).toContain('no OBO mobility intent')
    const shared = world((file) => {
      for (const name of ['second', 'third']) {
        Object.assign(file.businesses, { [name]: { name, partner: 'tech-provider' } })
      }
      Object.assign(need(need(file.accounts).waba), { sharedWith: ['second', 'third'] })
    })
    expect(await refused(shared, { account: 'waba', phone: 'phone' })).toContain('shared with 2 partners')
  })

  test('versions end in October 2026; under the other side of the ruling they are served', async () => {
    const late = (side: string) =>
      world((file) => Object.assign(file, { clock: '2026-10-15', rulings: { 'signup-version-end': side } }))
    expect(await refused(late('refused'), page({}))).toMatch(/v2 was there until 2026-10-15/)
    expect((await finish(late('served'), page({}))).code).toMatch(/^AQ/)
    expect((await finish(late('refused'))).code).toMatch(/^AQ/)
  })
})

describe('codes for numbers', () => {
  const ask = (kit: Kit) => kit.happens('client_asks_for_signup_code', { config: 'config', number: NUMBER })

  test('the one that was sent last verifies, for ten minutes', async () => {
    const kit = world()
    await ask(kit)
    await ask(kit)
    const { body } = await kit.control('get', `worlds/${kit.id}/mailbox`)
    const [first, second] = body.data.map(({ subject }: { subject: string }) => subject.slice(-6))
    expect(body.data[0].to).toEqual(['+14165550123'])
    expect(await refused(kit, { phone: { number: NUMBER, code: first } })).toContain('error verifying')
    await kit.advance('599s')
    expect((await finish(kit, { phone: { number: NUMBER, code: second } })).phone).toBeDefined()
  })

  test('ten in 72 hours', async () => {
    const kit = world()
    for (let n = 0; n < 10; n += 1) expect((await ask(kit)).status).toBe(200)
    expect((await ask(kit)).body.error.message).toContain('requested your code too many times')
    await kit.advance('72h')
    expect((await ask(kit)).status).toBe(200)
  })
})
