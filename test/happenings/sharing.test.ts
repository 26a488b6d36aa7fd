import { expect, test } from 'vitest'
import { emulate, need } from '../kit.ts'
import { hearAsApp, refusal, valuesOf } from '../numbers.ts'

const shared = { account: 'shared_account', partner: 'partner' }

test('the end of a share is told to the partner that it ended for, and a new one as well', async () => {
  const kit = emulate()
  const receiver = await hearAsApp(kit, ['account_update'])
  await kit.happens('client_unshares_account', shared)
  expect((await kit.graph('GET', '/{shared_account}')).status).toBe(400)
  expect(await refusal(kit, 'client_unshares_account', shared)).toMatch(/is not shared with Harbour Messaging/)
  await kit.happens('client_shares_account', shared)
  expect((await kit.graph('GET', '/{shared_account}')).status).toBe(200)
  const waba_info = { waba_id: kit.names.shared_account, owner_business_id: kit.names.client }
  expect(valuesOf(receiver)).toEqual([
    { event: 'PARTNER_REMOVED', waba_info },
    { event: 'PARTNER_ADDED', waba_info },
  ])
  expect(receiver.posts.map(({ json }) => json.entry[0]?.id)).toEqual([kit.names.partner, kit.names.partner])
})

test('who cannot be a partner of an account is refused', async () => {
  const kit = emulate('partner-with-obo-client', (file) => {
    for (const name of ['second', 'third'])
      file.businesses[name] = { name: `The ${name}`, country: 'US', partner: 'tech-provider' }
  })
  const ask = (account: string, partner: string) => refusal(kit, 'client_shares_account', { account, partner })
  expect(await ask('shared_account', 'client')).toMatch(/is no partner/)
  expect(await ask('shared_account', 'partner')).toMatch(/shared with Harbour Messaging already/)
  expect(await ask('obo_account', 'second')).toMatch(/to be transferred first/)
  await kit.happens('client_shares_account', { account: 'shared_account', partner: 'second' })
  expect(await ask('shared_account', 'third')).toMatch(/no more are allowed/)
})

test('an account of a solution is told with it, and with the businesses of both partners', async () => {
  const kit = emulate('partner-with-solution', (file) => {
    need(file.accounts?.shared_account).sharedWith = []
  })
  const world = kit.world()
  const account = world.need('WhatsAppBusinessAccount', need(kit.names.shared_account))
  world.put({ ...account, solutionId: need(kit.names.solution) })
  const receiver = await hearAsApp(kit, ['account_update'])
  await kit.happens('client_shares_account', shared)
  expect(valuesOf(receiver)).toEqual([
    {
      event: 'PARTNER_ADDED',
      waba_info: {
        waba_id: kit.names.shared_account,
        owner_business_id: kit.names.client,
        solution_id: kit.names.solution,
        solution_partner_business_ids: [kit.names.partner, kit.names.other_partner],
      },
    },
  ])
})

test('who removes an app tells its business of each account that the app loses', async () => {
  const kit = emulate()
  await kit.happens('business_onboards_in_whatsapp_manager', { business: 'client' })
  const receiver = await hearAsApp(kit, ['account_update'])
  await kit.happens('client_removes_app', { business: 'client', app: 'app' })
  const waba_info = {
    waba_id: kit.names.shared_account,
    owner_business_id: kit.names.client,
    partner_app_id: kit.names.app,
  }
  expect(valuesOf(receiver)).toEqual([{ event: 'PARTNER_APP_UNINSTALLED', waba_info }])
})

test('client_installs_app: PARTNER_APP_INSTALLED for each account, and a token that is good', async () => {
  const kit = emulate()
  const receiver = await hearAsApp(kit, ['account_update'])
  const with_ = { business: 'client', app: 'app' }
  await kit.happens('client_installs_app', with_)
  const waba_info = {
    waba_id: kit.names.shared_account,
    owner_business_id: kit.names.client,
    partner_app_id: kit.names.app,
  }
  expect(valuesOf(receiver)).toEqual([{ event: 'PARTNER_APP_INSTALLED', waba_info }])
  expect(await refusal(kit, 'client_installs_app', with_)).toMatch(/already/)
  await kit.happens('client_removes_app', with_)
  await kit.happens('client_installs_app', with_)
  const tokens = kit
    .world()
    .tokens()
    .filter(({ kind }) => kind === 'business-integration')
  expect(tokens.map(({ ended }) => ended)).toEqual(['app_removed', undefined])
  await kit.happens('client_unshares_account', { account: 'shared_account', partner: 'partner' })
  await kit.happens('client_removes_app', with_)
  expect(await refusal(kit, 'client_installs_app', with_)).toMatch(/shares no account/)
})
