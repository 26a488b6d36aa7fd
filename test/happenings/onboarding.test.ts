import { describe, expect, test } from 'vitest'
import { changeOf, emulate, type Kit, receive, subscribe } from '../kit.ts'

const ask = (kit: Kit) => kit.graph('POST', '/{client}/onboard_partners_to_mm_lite')
const mails = async (kit: Kit) => (await kit.control('get', `worlds/${kit.id}/mailbox`)).body.data
const says = async (kit: Kit, name: string, params: object = { business: 'client' }) =>
  (await kit.happens(name, params)).body.error?.message

describe('the invitation', () => {
  test('goes to all admins of the client when the Intent API was called', async () => {
    const kit = emulate(undefined, (file) => {
      file.users = {
        ...file.users,
        second: { name: 'Second', email: 'second@juniper.example', adminOf: 'client' },
        stranger: { name: 'Stranger', email: 'stranger@harbour.example', adminOf: 'partner' },
      }
    })
    const { request_id: request } = (await ask(kit)).body
    expect(await mails(kit)).toEqual([
      {
        n: 1,
        at: kit.now,
        to: ['admin@juniper.example', 'second@juniper.example'],
        business: kit.names.client,
        kind: 'invitation',
        subject: 'Harbour Messaging invites Juniper Bakery to the Marketing Messages API for WhatsApp',
        request,
      },
    ])
  })

  test.each([
    ['client_accepts_mm_terms', 3],
    ['client_rejects_mm_invitation', 3],
    ['business_onboards_in_whatsapp_manager', 3],
  ])('is repeated until %s', async (name, count) => {
    const kit = emulate()
    await ask(kit)
    await kit.advance('7d')
    await kit.happens(name, { business: 'client' })
    await kit.advance('30d')
    const kinds = (await mails(kit)).map(({ kind }: { kind: string }) => kind)
    expect(kinds).toEqual(['invitation', ...Array(count - 1).fill('reminder')])
  })

  test('of a partner that was first is in the mailbox from the beginning', async () => {
    const kit = emulate('second-partner-was-first')
    expect(await mails(kit)).toMatchObject([{ kind: 'invitation', request: kit.names.other_request }])
  })
})

describe('client_accepts_mm_terms', () => {
  test('makes a read-only ad account for each account', async () => {
    const kit = emulate()
    await ask(kit)
    await kit.happens('client_accepts_mm_terms', { business: 'client' })
    const ads = kit.world().list('AdAccount')
    expect(ads).toMatchObject(Array(2).fill({ readOnly: true, businessId: kit.names.client, currency: 'BRL' }))
  })

  test('makes the accounts held on behalf the client’s own, shared with the partner, the intent completed', async () => {
    const kit = emulate('five-obo-without-intent')
    await ask(kit)
    await kit.happens('client_accepts_mm_terms', { business: 'client' })
    const { body } = await kit.graph('GET', '/{partner}/client_whatsapp_business_accounts', {
      query: { fields: 'ownership_type,is_shared_with_partners,owner_business' },
    })
    expect(body.data).toMatchObject(
      Array(5).fill({
        ownership_type: 'CLIENT_OWNED',
        is_shared_with_partners: true,
        owner_business: { id: kit.names.client },
      }),
    )
    const intents = kit.world().list('WhatsAppBusinessAccountOBOMobilityIntent')
    expect(intents.map(({ status }) => status)).toEqual(Array(5).fill('COMPLETED'))
  })

  test('leaves an account that could not take an intent with the partner, and sends nothing about it', async () => {
    const kit = emulate('one-shared-four-obo-without-intent', (file) => {
      if (file.accounts?.obo_account_4) file.accounts.obo_account_4.status = 'RESTRICTED'
    })
    const receiver = await receive()
    await subscribe(kit, receiver)
    await ask(kit)
    await kit.happens('client_accepts_mm_terms', { business: 'client' })
    const { body } = await kit.graph('GET', '/{obo_account_4}', { query: { fields: 'ownership_type' } })
    expect(body.ownership_type).toBe('ON_BEHALF_OF')
    const told = receiver.posts.map((post) => changeOf(post).waba_info.waba_id)
    expect(told).toHaveLength(4)
    expect(told).not.toContain(kit.names.obo_account_4)
  })

  test('moves the accounts into the solution that the request named', async () => {
    const kit = emulate('partner-with-solution')
    const body = { solution_id: kit.names.solution }
    await kit.graph('POST', '/{client}/onboard_partners_to_mm_lite', { body })
    await kit.happens('client_accepts_mm_terms', { business: 'client' })
    const accounts = kit.world().list('WhatsAppBusinessAccount')
    expect(accounts.map(({ solutionId }) => solutionId)).toEqual([undefined, kit.names.solution])
  })

  test('sets the status of the request', async () => {
    const kit = emulate()
    const { request_id } = (await ask(kit)).body
    const status = async () => (await kit.graph('GET', `/${request_id}`)).body.request_status
    expect(await status()).toBe('PENDING')
    await kit.happens('client_accepts_mm_terms', { business: 'client' })
    expect(await status()).toBe('APPROVE')
  })

  test('tells each partner of the accounts that it may see, in its own name', async () => {
    const kit = emulate('second-partner-was-first', (file) => {
      file.accounts = {
        ...file.accounts,
        private_account: { name: 'Private', owner: 'client', sharedWith: ['other_partner'] },
      }
    })
    const [first, second] = [await receive(), await receive()]
    await subscribe(kit, first)
    await subscribe(kit, second, 'other_app')
    await kit.happens('client_accepts_mm_terms', { business: 'client' })
    const accounts = ({ posts }: typeof first) => posts.map((post) => changeOf(post).waba_info.waba_id)
    expect(accounts(first)).toEqual([kit.names.shared_account])
    expect(accounts(second)).toEqual([kit.names.shared_account, kit.names.private_account])
  })

  test('cannot happen without an invitation, nor twice', async () => {
    const kit = emulate()
    expect(await says(kit, 'client_accepts_mm_terms')).toMatch(/no invitation to accept/)
    await ask(kit)
    await kit.happens('client_accepts_mm_terms', { business: 'client' })
    expect(await says(kit, 'client_accepts_mm_terms')).toMatch(/accepted the terms already/)
  })
})

describe('client_rejects_mm_invitation', () => {
  test('ends the request, sends no webhook, and leaves the accounts as they are', async () => {
    const kit = emulate()
    const receiver = await receive()
    await subscribe(kit, receiver)
    const { request_id } = (await ask(kit)).body
    await kit.happens('client_rejects_mm_invitation', { business: 'client' })
    expect((await kit.graph('GET', `/${request_id}`)).body.request_status).toBe('DECLINE')
    const { body } = await kit.graph('GET', '/{obo_account}', { query: { fields: 'ownership_type' } })
    expect(body.ownership_type).toBe('ON_BEHALF_OF')
    expect(receiver.posts).toEqual([])
  })

  test('cannot happen without an invitation', async () => {
    expect(await says(emulate(), 'client_rejects_mm_invitation')).toMatch(/no invitation to reject/)
  })
})

describe('partner_accepts_mm_terms', () => {
  test('opens the Intent API to the partner', async () => {
    const kit = emulate('partner-not-enrolled')
    expect((await ask(kit)).status).toBe(403)
    await kit.happens('partner_accepts_mm_terms', { business: 'partner' })
    expect((await ask(kit)).status).toBe(200)
  })

  test('is for partners, and once', async () => {
    const kit = emulate('partner-not-enrolled')
    expect(await says(kit, 'partner_accepts_mm_terms')).toMatch(/is no partner/)
    await kit.happens('partner_accepts_mm_terms', { business: 'partner' })
    expect(await says(kit, 'partner_accepts_mm_terms', { business: 'partner' })).toMatch(/already/)
  })
})

describe('business_onboards_in_whatsapp_manager', () => {
  test('needs no invitation, and leaves accounts held on behalf where they are', async () => {
    const kit = emulate()
    const receiver = await receive()
    await subscribe(kit, receiver)
    const { body } = await kit.happens('business_onboards_in_whatsapp_manager', { business: 'client' })
    expect(body.result).toEqual({ accounts: [kit.names.shared_account] })
    expect(receiver.posts).toHaveLength(1)
    const status = await kit.graph('GET', '/{obo_account}', {
      query: { fields: 'marketing_messages_onboarding_status' },
    })
    expect(status.body.marketing_messages_onboarding_status).toBe('INELIGIBLE_ON_BEHALF_OF_WABA')
  })

  test('cannot happen twice', async () => {
    expect(await says(emulate('terms-already-signed'), 'business_onboards_in_whatsapp_manager')).toMatch(/already/)
  })
})
