import { describe, expect, test } from 'vitest'
import { emulate, type Kit, need } from '../kit.ts'
import { hearAsApp, refusal, valuesOf } from '../numbers.ts'
import { accountIn, asPartner, bothHear, heard, withSolution } from '../solutions.ts'

const read = async (kit: Kit, path: string, fields: string, options = {}) =>
  (await kit.graph('GET', path, { query: { fields }, ...options })).body
const setIntent = (kit: Kit, body: object = {}) => kit.graph('POST', '/{obo_account}/set_obo_mobility_intent', { body })
const claim = (kit: Kit) => kit.happens('client_claims_account', { account: 'obo_account' })

describe('a solution in the App Dashboard', () => {
  const drafted = async (kit: Kit) =>
    (await kit.happens('solution_is_drafted', { owner: 'app', partner: 'other_app', name: 'Draft' })).body.result
      .solution

  test('is drafted, edited and sent: of the draft its owner hears, of the rest both', async () => {
    const kit = withSolution()
    const { owner, partner } = await bothHear(kit, 'partner_solutions')
    const solution_id = await drafted(kit)
    expect((await kit.graph('GET', `/${solution_id}`, asPartner)).status).toBe(400)
    await kit.happens('solution_is_edited', {
      solution: solution_id,
      name: 'Final',
      partner_permissions: ['MESSAGING'],
    })
    await kit.happens('solution_request_is_sent', { solution: solution_id })
    const created = { event: 'SOLUTION_CREATED', solution_id, solution_status: 'DRAFT' }
    const updated = { event: 'SOLUTION_UPDATED', solution_id, solution_status: 'INITIATED' }
    expect(heard(owner).map(([, value]) => value)).toEqual([created, updated])
    expect(heard(partner)).toEqual([[kit.names.other_partner, updated]])
    expect(await read(kit, `/${solution_id}`, 'name,partners{partner_permissions}', asPartner)).toMatchObject({
      name: 'Final',
      partners: { data: [{ partner_permissions: expect.arrayContaining(['MESSAGING']) }] },
    })
  })

  test('is not sent twice, nor edited once accepted, nor made with oneself', async () => {
    const kit = withSolution()
    const solution = await drafted(kit)
    await kit.happens('solution_request_is_sent', { solution })
    expect(await refusal(kit, 'solution_request_is_sent', { solution })).toMatch(/is INITIATED, and no draft/)
    await kit.graph('POST', `/${solution}/accept`, asPartner)
    expect(await refusal(kit, 'solution_is_edited', { solution, name: 'Other' })).toMatch(/is ACTIVE; it is edited no/)
    const same = { owner: 'app', partner: 'app', name: 'Alone' }
    expect(await refusal(kit, 'solution_is_drafted', same)).toMatch(/cannot be both/)
  })
})

describe('client_claims_account', () => {
  test('makes the account the client’s own, shared with the partner, eligible, and its intent COMPLETED', async () => {
    const kit = withSolution()
    const { id } = (await setIntent(kit)).body
    const fields = 'ownership_type,marketing_messages_onboarding_status,primary_funding_id'
    const before = await read(kit, '/{obo_account}', fields)
    expect(before).toMatchObject({
      ownership_type: 'ON_BEHALF_OF',
      marketing_messages_onboarding_status: 'INELIGIBLE_ON_BEHALF_OF_WABA',
    })
    await kit.advance('1h')
    await claim(kit)
    expect(await read(kit, '/{obo_account}', fields)).toEqual({
      ...before,
      ownership_type: 'CLIENT_OWNED',
      marketing_messages_onboarding_status: 'ELIGIBLE',
    })
    const { status, created_time, updated_time } = await read(kit, `/${id}`, 'status,created_time,updated_time')
    expect(status).toBe('COMPLETED')
    expect(updated_time > created_time).toBe(true)
  })

  test('with a solution shares it with both partners, and the new one hears with the solution', async () => {
    const kit = withSolution()
    await setIntent(kit, { solution_id: kit.names.solution })
    const { owner, partner } = await bothHear(kit, 'account_update')
    await claim(kit)
    expect(heard(owner)).toEqual([])
    expect(heard(partner)).toEqual([
      [
        kit.names.other_partner,
        {
          event: 'PARTNER_ADDED',
          waba_info: {
            waba_id: kit.names.obo_account,
            owner_business_id: kit.names.client,
            solution_id: kit.names.solution,
            solution_partner_business_ids: [kit.names.partner, kit.names.other_partner],
          },
        },
      ],
    ])
    expect((await kit.graph('GET', '/{obo_account}', asPartner)).status).toBe(200)
  })

  test.each([
    ['silent', 0],
    ['partner-added', 1],
  ])('ruling obo-transfer-webhook, %s: the partner that held it hears PARTNER_ADDED %d times', async (side, times) => {
    const kit = withSolution('ACTIVE', { 'obo-transfer-webhook': side })
    await setIntent(kit)
    const receiver = await hearAsApp(kit, ['account_update'])
    await claim(kit)
    expect(valuesOf(receiver)).toHaveLength(times)
  })

  test('needs an intent, and an account that is held', async () => {
    const kit = withSolution()
    expect(await refusal(kit, 'client_claims_account', { account: 'obo_account' })).toMatch(
      /has no OBO mobility intent/,
    )
    expect(await refusal(kit, 'client_claims_account', { account: 'shared_account' })).toMatch(/on behalf of nobody/)
  })

  test('ruling obo-transfer-ended, since-october-2025: it is too late', async () => {
    const kit = emulate('one-shared-four-obo-with-intent', (file) => {
      file.rulings = { 'obo-transfer-ended': 'since-october-2025' }
    })
    expect(await refusal(kit, 'client_claims_account', { account: 'obo_account_1' })).toMatch(/was the last day/)
  })
})

describe('ruling obo-transfer-on-signing', () => {
  const signed = async (side: string) => {
    const kit = withSolution('ACTIVE', { 'obo-transfer-on-signing': side })
    await kit.graph('POST', '/{client}/onboard_partners_to_mm_lite')
    const receiver = await hearAsApp(kit, ['account_update'])
    await kit.happens('client_accepts_mm_terms', { business: 'client' })
    return { kit, receiver, type: async () => (await read(kit, '/{obo_account}', 'ownership_type')).ownership_type }
  }

  test("'transferred': signing takes the accounts over", async () => {
    const { type, receiver } = await signed('transferred')
    expect(await type()).toBe('CLIENT_OWNED')
    expect(valuesOf(receiver)).toHaveLength(2)
  })

  test("'separate': they wait for the client, and are onboarded with the claim", async () => {
    const { kit, type, receiver } = await signed('separate')
    expect(await type()).toBe('ON_BEHALF_OF')
    expect(valuesOf(receiver)).toHaveLength(1)
    await claim(kit)
    expect(await type()).toBe('CLIENT_OWNED')
    expect(valuesOf(receiver).at(-1)).toMatchObject({
      event: 'MM_LITE_TERMS_SIGNED',
      waba_info: { waba_id: kit.names.obo_account },
    })
    const { marketing_messages_onboarding_status: status } = await read(
      kit,
      '/{obo_account}',
      'marketing_messages_onboarding_status',
    )
    expect(status).toBe('ONBOARDED')
  })
})

describe('ruling mm-request-expiry', () => {
  const after90Days = async (side: string) => {
    const kit = withSolution('ACTIVE', { 'mm-request-expiry': side })
    const { request_id } = (await kit.graph('POST', '/{client}/onboard_partners_to_mm_lite')).body
    await kit.advance('91d')
    const { data } = (await kit.control('get', `worlds/${kit.id}/mailbox`)).body
    const again = await kit.graph('POST', '/{client}/onboard_partners_to_mm_lite')
    const { request_status } = (await kit.graph('GET', `/${request_id}`)).body
    return { request_status, letters: data.length, again: again.status }
  }

  test("'never': the mail goes on", async () => {
    expect(await after90Days('never')).toEqual({ request_status: 'PENDING', letters: 31, again: 400 })
  })

  test("'90-days': the request is EXPIRED, the mail stops, and the client may be asked again", async () => {
    expect(await after90Days('90-days')).toEqual({ request_status: 'EXPIRED', letters: 30, again: 200 })
  })
})

describe('a migration', () => {
  const components = [{ type: 'BODY', text: 'Rye.' }]
  const good = { account: 'shared_account', category: 'MARKETING' as const, components }
  const asked = async (change: Parameters<typeof emulate>[1] = () => undefined) => {
    const kit = emulate('partner-with-solution', (file) => {
      file.templates = {
        good: { ...good, name: 'good', quality: 'GREEN' },
        yellow: { ...good, name: 'yellow', quality: 'YELLOW' },
        pending: { ...good, name: 'pending', quality: 'GREEN', status: 'PENDING' },
      }
      change(file)
    })
    const body = { solution_id: kit.names.solution }
    const { id } = (await kit.graph('POST', '/{shared_account}/set_solution_migration_intent', { body })).body
    return { kit, intent: id as string }
  }
  const accept = async (kit: Kit, intent: string): Promise<string> =>
    (await kit.happens('client_accepts_migration', { intent })).body.result.account

  test('makes a new account with the good templates, their quality UNKNOWN, and tells both partners', async () => {
    const { kit, intent } = await asked()
    const { owner, partner } = await bothHear(kit, 'account_update')
    const account = await accept(kit, intent)
    const { status, destination_waba } = (await kit.graph('GET', `/${intent}`, asPartner)).body
    const source = (await kit.graph('GET', '/{shared_account}')).body
    expect(status).toBe('ACCEPTED')
    expect(destination_waba).toEqual({
      ...source,
      id: account,
      business_type: 'ent',
      message_template_namespace: expect.not.stringContaining(source.message_template_namespace),
    })
    const { data } = await read(kit, `/${account}/message_templates`, 'name,status,quality_score')
    expect(data).toMatchObject([{ name: 'good', status: 'APPROVED', quality_score: { score: 'UNKNOWN' } }])
    for (const receiver of [owner, partner]) {
      expect(valuesOf(receiver)).toMatchObject([{ event: 'PARTNER_ADDED', waba_info: { waba_id: account } }])
    }
    const { body } = await kit.graph('GET', `/${account}/solutions`)
    expect(body.data).toMatchObject([{ id: kit.names.solution }])
  })

  test('moves the number once two-step verification is off; registered, it is of the new account alone', async () => {
    const { kit, intent } = await asked()
    const account = await accept(kit, intent)
    await kit.happens('two_step_verification_is_turned_off', { phone: 'phone' })
    expect(await refusal(kit, 'two_step_verification_is_turned_off', { phone: 'phone' })).toMatch(/is off/)
    const body = { migrate_phone_number: true, cc: '1', phone_number: '6315550103' }
    const { id } = (await kit.graph('POST', `/${account}/phone_numbers`, { body })).body
    expect((await read(kit, '/{phone}', 'status')).status).toBe('CONNECTED')
    const pin = { messaging_product: 'whatsapp', pin: '654321' }
    expect((await kit.graph('POST', `/${id}/register`, { body: pin })).body).toEqual({ success: true })
    const numbers = async (of: string) => (await kit.graph('GET', `/${of}/phone_numbers`)).body.data
    expect(await numbers(account)).toMatchObject([{ id, display_phone_number: '+1 631-555-0103' }])
    expect(await numbers('{shared_account}')).toEqual([])
    expect((await kit.graph('GET', `/${intent}`)).body.status).toBe('COMPLETED')
  })

  test('gives both apps their token, and the business that has signed its terms webhook', async () => {
    const { kit, intent } = await asked((file) => {
      need(file.businesses.client).termsSigned = '2026-01-10'
    })
    const { partner } = await bothHear(kit, 'account_update')
    const account = await accept(kit, intent)
    expect(valuesOf(partner)).toMatchObject([{ event: 'PARTNER_ADDED' }, { event: 'MM_LITE_TERMS_SIGNED' }])
    const query = { business_id: need(kit.names.client) }
    const { body } = await kit.graph('GET', '/{solution}/access_token', { ...asPartner, query })
    const as = body.data[0].access_token
    expect((await kit.graph('POST', `/${account}/subscribed_apps`, { as })).body).toEqual({ success: true })
  })

  test('into a solution is confirmed by itself after 90 days', async () => {
    const { kit, intent } = await asked()
    await kit.advance('89d')
    expect((await kit.graph('GET', `/${intent}`)).body.status).toBe('INITIATED')
    await kit.advance('1d')
    expect((await kit.graph('GET', `/${intent}`)).body.status).toBe('ACCEPTED')
  })

  test('off a solution shares the new account with the one who asked, and waits for an answer', async () => {
    const { kit } = await asked((file) => {
      need(file.accounts?.shared_account).solution = 'solution'
    })
    const body = { app_id: kit.names.app }
    const { id: intent } = (await kit.graph('POST', '/{shared_account}/set_solution_migration_intent', { body })).body
    await kit.advance('91d')
    expect((await kit.graph('GET', `/${intent}`)).body.status).toBe('INITIATED')
    const account = accountIn(kit, await accept(kit, intent))
    expect(account).toMatchObject({ sharedWith: [kit.names.partner], ownerId: kit.names.client })
    expect(account.solutionId).toBeUndefined()
  })

  test('that is rejected changes nothing, and is answered once', async () => {
    const { kit, intent } = await asked()
    const before = kit.world().list('WhatsAppBusinessAccount')
    await kit.happens('client_rejects_migration', { intent })
    expect((await kit.graph('GET', `/${intent}`)).body.status).toBe('REJECTED')
    expect(await refusal(kit, 'client_accepts_migration', { intent })).toMatch(/is REJECTED/)
    await kit.advance('91d')
    expect(kit.world().list('WhatsAppBusinessAccount')).toEqual(before)
  })
})

describe('an account that a partner asks for', () => {
  const wish = { app: 'app', business: 'client', name: 'Juniper new' }
  const ask = async (kit: Kit, more = {}) =>
    (await kit.happens('partner_requests_account', { ...wish, ...more })).body.result.request as string

  test.each([
    [{}, 'PARTNER_ADDED'],
    [{ app_only: true }, 'PARTNER_APP_INSTALLED'],
  ])('%o is made by the client, and told by %s', async (more, event) => {
    const kit = emulate()
    const receiver = await hearAsApp(kit, ['account_update'])
    const request = await ask(kit, more)
    const { account } = (await kit.happens('client_accepts_account_request', { request })).body.result
    expect(valuesOf(receiver)).toMatchObject([{ event, waba_info: { waba_id: account } }])
    expect((await kit.graph('GET', `/${account}`)).status).toBe(200)
  })

  test('is reached by the system token only, and paid by the partner', async () => {
    const kit = emulate('ready-to-send')
    const request = await ask(kit)
    const { account } = (await kit.happens('client_accepts_account_request', { request })).body.result
    expect((await kit.graph('GET', `/${account}`)).status).toBe(200)
    expect((await kit.graph('GET', `/${account}`, { as: 'client_business' })).status).toBe(400)
    await kit.happens('payment_method_is_removed', { account })
    expect(await refusal(kit, 'payment_method_is_added', { account })).toMatch(/pays for it/)
  })

  test('is cancelled after 90 days, or declined; and it is no invitation to the API', async () => {
    const kit = emulate()
    const [late, declined] = [await ask(kit), await ask(kit)]
    expect((await kit.graph('POST', '/{client}/onboard_partners_to_mm_lite')).status).toBe(200)
    await kit.happens('client_rejects_account_request', { request: declined })
    await kit.advance('90d')
    expect((await kit.graph('GET', `/${late}`)).body.request_status).toBe('CANCELED')
    expect((await kit.graph('GET', `/${declined}`)).body.request_status).toBe('DECLINE')
    expect(await refusal(kit, 'client_accepts_account_request', { request: late })).toMatch(/is CANCELED/)
  })

  test('is asked by partners, of others', async () => {
    const kit = emulate()
    expect(await refusal(kit, 'partner_requests_account', { ...wish, business: 'partner' })).toMatch(
      /cannot ask itself/,
    )
    const request = (await kit.graph('POST', '/{client}/onboard_partners_to_mm_lite')).body.request_id
    expect(await refusal(kit, 'client_accepts_account_request', { request })).toMatch(/one of the Intent API/)
  })
})

test('a Tech Provider brings 200 new customers into a solution within seven days, and no more', async () => {
  const kit = withSolution()
  await setIntent(kit, { solution_id: kit.names.solution })
  const world = kit.world()
  const account = accountIn(kit, 'shared_account')
  for (let n = 1; n <= 200; n += 1) {
    const own = { id: `${n}`, ownerId: `client ${n}`, solutionId: need(kit.names.solution), solutionSince: world.now }
    world.put({ ...account, ...own })
  }
  const of = { account: 'obo_account' }
  expect(await refusal(kit, 'client_claims_account', of)).toMatch(/has 200 new customers within seven days/)
  await kit.advance('7d')
  expect((await claim(kit)).status).toBe(200)
})
