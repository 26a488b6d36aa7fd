import { describe, expect, test } from 'vitest'
import { AD_FIELDS, fieldsOf, ids, look, PLAIN, withAds } from '../ads.ts'
import { emulate, type Kit, need } from '../kit.ts'
import { market, row, ruled } from '../sends.ts'
import { create, URL_BUTTON } from '../template-cases.ts'

const adFields = (kit: Kit, template = '{template}') => fieldsOf(kit, `/${template}`, AD_FIELDS)
const bare = (kit: Kit) => need(kit.names.ad_account).slice(4)
const EDGES = ['campaigns', 'adsets', 'ads']
const counts = async (kit: Kit, account = '{ad_account}') =>
  Promise.all(EDGES.map(async (edge) => ids(await look(kit, `/${account}/${edge}`)).length))

/** The client has not signed the terms yet. */
const unsigned = () =>
  emulate('ready-to-send', (file) => {
    delete file.businesses.client?.termsSigned
    delete file.accounts?.waba?.adAccount
  })

describe('the nodes', () => {
  test('a campaign is for sales, or for its link where it has one', async () => {
    const kit = withAds()
    const fields = 'account_id,name,objective,buying_type,status,configured_status,effective_status,source_campaign_id'
    const shared = { account_id: bare(kit), buying_type: 'AUCTION', source_campaign_id: '0' }
    const active = { status: 'ACTIVE', configured_status: 'ACTIVE', effective_status: 'ACTIVE' }
    expect(await fieldsOf(kit, '/{campaign}', fields)).toEqual({
      ...shared,
      ...active,
      name: 'spring_sale',
      objective: 'LINK_CLICKS',
    })
    expect(await fieldsOf(kit, '/{plain_campaign}', 'objective')).toEqual({ objective: 'OUTCOME_SALES' })
  })

  test('an ad set aims at impressions, or at taps on its link, a card of a carousel counted', async () => {
    const card = { components: [{ type: 'BUTTONS', buttons: [URL_BUTTON] }] }
    const components = [...PLAIN.components, { type: 'CAROUSEL', cards: [card, card] }]
    const kit = withAds((file) => {
      Object.assign(need(file.templates), { cards: { ...PLAIN, name: 'cards', components, adSet: 'cards_set' } })
    })
    const goal = async (name: string) => (await fieldsOf(kit, `/{${name}}`, 'optimization_goal')).optimization_goal
    expect([await goal('ad_set'), await goal('cards_set')]).toEqual(['LINK_CLICKS', 'LINK_CLICKS'])
    const { body } = await look(kit, '/{plain_campaign}/adsets', { fields: 'optimization_goal,campaign{name}' })
    expect(body.data).toMatchObject([{ optimization_goal: 'IMPRESSIONS', campaign: { name: 'plain_words' } }])
  })

  test('an ad set aims at conversions once the business tells of them, and ads from before stay as they are', async () => {
    const told = withAds((file) => {
      Object.assign(need(file.datasets).pixel ?? {}, { hasEvents: true })
    })
    expect(await fieldsOf(told, '/{ad_set}', 'optimization_goal')).toEqual({ optimization_goal: 'OFFSITE_CONVERSIONS' })
    const kit = withAds()
    const event = {
      event_name: 'Lead',
      event_time: kit.now / 1000,
      action_source: 'website',
      user_data: { em: 'a'.repeat(64) },
    }
    const sent = await kit.graph('POST', '/{pixel}/events', { as: 'client_business', body: { data: [event] } })
    expect(sent.body.events_received).toBe(1)
    const { id } = (
      await create(kit, {
        category: 'MARKETING',
        components: [
          { type: 'BODY', text: 'We bake at night.' },
          { type: 'BUTTONS', buttons: [URL_BUTTON] },
        ],
      })
    ).body
    await kit.advance('12m')
    const { ad_adset_id } = await adFields(kit, id)
    expect(await fieldsOf(kit, `/${ad_adset_id}`, 'optimization_goal')).toEqual({
      optimization_goal: 'OFFSITE_CONVERSIONS',
    })
    expect(await fieldsOf(kit, '/{ad_set}', 'optimization_goal')).toEqual({ optimization_goal: 'LINK_CLICKS' })
  })

  test('an ad leads to its ad set and its campaign', async () => {
    const kit = withAds()
    expect(await fieldsOf(kit, '/{ad}', 'adset_id,campaign_id,adset{name},campaign{objective}')).toEqual({
      adset_id: kit.names.ad_set,
      campaign_id: kit.names.campaign,
      adset: { id: kit.names.ad_set, name: 'spring_sale' },
      campaign: { id: kit.names.campaign, objective: 'LINK_CLICKS' },
    })
  })

  test.each(['ad', 'ad_set', 'campaign'])('%s without fields is its id', async (name) => {
    const kit = withAds()
    expect((await look(kit, `/{${name}}`)).body).toEqual({ id: kit.names[name] })
  })

  test.each(['ad_account', 'ad', 'ad_set', 'campaign'])('%s is not for a token without ads_read', async (name) => {
    const { status, body } = await look(withAds(), `/{${name}}`, {}, { as: 'without_ads' })
    const message = '(#200) Ad account owner has NOT grant ads_management or ads_read permission'
    expect({ status, ...body.error }).toMatchObject({ status: 403, code: 200, message })
  })

  test('the type is told as Graph writes it', async () => {
    const { body } = await look(withAds(), '/{ad_set}', { fields: 'colour' })
    expect(body.error.message).toBe('(#100) Tried accessing nonexisting field (colour) on node type (AdSet)')
  })

  test('an ad account tells of its business, its zone and what was spent', async () => {
    const kit = withAds()
    const fields = 'amount_spent,business_name,created_time,disable_reason,owner,timezone_offset_hours_utc'
    const known = {
      business_name: 'Juniper Bakery',
      created_time: '2026-01-15T00:00:00+0000',
      disable_reason: 0,
      owner: kit.names.client,
      timezone_offset_hours_utc: -8,
    }
    expect(await fieldsOf(kit, '/{ad_account}', fields)).toEqual({ ...known, amount_spent: '0' })
    for (let sent = 0; sent < 4; sent += 1) await market(kit)
    await kit.advance('1m')
    const cost = kit.world().metrics.daysOf(need(kit.names.template), 'mm').utc.values().next().value?.cost ?? 0
    expect(cost).toBeGreaterThan(0)
    expect(await fieldsOf(kit, '/{ad_account}', 'amount_spent')).toEqual({
      amount_spent: String(Math.round(cost * 100)),
    })
  })

  test('its owner is not for a token without business_management', async () => {
    const { body } = await look(withAds(), '/{ad_account}', { fields: 'owner' }, { as: 'client_admin' })
    expect(body.error.message).toBe('(#200) Requires business_management permission to manage the object')
  })

  test('a currency without cents is counted whole', async () => {
    const kit = withAds(row('accounts', 'waba', { currency: 'JPY', timezone: 'Asia/Kolkata' }))
    await market(kit)
    await kit.advance('1m')
    const cost = need(kit.world().metrics.daysOf(need(kit.names.template), 'mm').utc.values().next().value).cost ?? 0
    expect(await fieldsOf(kit, '/{ad_account}', 'amount_spent,timezone_offset_hours_utc')).toEqual({
      amount_spent: String(Math.round(cost)),
      timezone_offset_hours_utc: 5.5,
    })
  })
})

describe('the fields of a template', () => {
  test('name its ads', async () => {
    const kit = withAds()
    const expected = {
      ad_id: kit.names.ad,
      ad_adset_id: kit.names.ad_set,
      ad_campaign_id: kit.names.campaign,
      ad_account_id: bare(kit),
    }
    expect(await adFields(kit)).toEqual(expected)
    const listed = await look(kit, '/{waba}/message_templates', { fields: AD_FIELDS, name: 'spring_sale' })
    expect(listed.body.data).toEqual([{ ...expected, id: kit.names.template }])
  })

  test("ruling template-ad-account-id: digits, or 'act' in front as the node has it", async () => {
    const kit = withAds(ruled('template-ad-account-id', 'act'))
    expect(await adFields(kit)).toMatchObject({ ad_account_id: kit.names.ad_account })
  })

  test.each([
    ['it is not synced', { synced: false }],
    ['its sync failed', { syncFailed: true }],
    ['it is no marketing template', { category: 'UTILITY' }],
  ])('are absent where %s, and it has no ads', async (_, more) => {
    const kit = emulate('ready-to-send', row('templates', 'template', more))
    expect(await adFields(kit)).toEqual({})
    expect(await counts(kit)).toEqual([1, 1, 1])
  })
})

describe('the sync', () => {
  test('of a new template takes ten minutes from its approval', async () => {
    const kit = withAds()
    const { id } = (await create(kit)).body
    await kit.advance('1m')
    await kit.advance('599s')
    expect([await adFields(kit, id), await counts(kit)]).toEqual([{}, [3, 3, 3]])
    await kit.advance('1s')
    const { ad_id } = await adFields(kit, id)
    expect(await fieldsOf(kit, `/${ad_id}`, 'name,created_time')).toEqual({
      name: 'open_again',
      created_time: '2026-03-02T09:11:00+0000',
    })
    expect(await counts(kit)).toEqual([4, 4, 4])
  })

  test('of what there is takes ten minutes from the onboarding', async () => {
    const kit = unsigned()
    expect(await adFields(kit)).toEqual({})
    await kit.happens('business_onboards_in_whatsapp_manager', { business: 'client' })
    await kit.advance('599s')
    expect(await adFields(kit)).toEqual({})
    await kit.advance('1s')
    const { ad_account_id } = await adFields(kit)
    expect(await counts(kit, `act_${ad_account_id}`)).toEqual([2, 2, 2])
  })

  test('makes no ads once it failed', async () => {
    const kit = withAds()
    const { id } = (await create(kit)).body
    await kit.advance('5m')
    await kit.happens('template_ad_sync_fails', { template: id })
    await kit.advance('10m')
    expect([await adFields(kit, id), await counts(kit)]).toEqual([{}, [3, 3, 3]])
  })

  test('makes no ads of what was deleted meanwhile', async () => {
    const kit = withAds()
    await create(kit)
    await kit.advance('5m')
    await kit.graph('DELETE', '/{waba}/message_templates', { query: { name: 'open_again' } })
    await kit.advance('10m')
    expect(await counts(kit)).toEqual([3, 3, 3])
  })

  test('is of the parameters once: a link that an edit adds does not change them', async () => {
    const kit = withAds()
    const components = [
      { type: 'BODY', text: 'The bakery around the corner has a page of its own.' },
      { type: 'BUTTONS', buttons: [URL_BUTTON] },
    ]
    expect((await kit.graph('POST', '/{plain}', { body: { components } })).body).toEqual({ success: true })
    expect(await fieldsOf(kit, '/{plain_ad}', 'status')).toEqual({ status: 'PAUSED' })
    await kit.advance('30m')
    const { body } = await look(kit, '/{plain_campaign}/adsets', { fields: 'optimization_goal,status,updated_time' })
    expect(body.data).toMatchObject([{ optimization_goal: 'IMPRESSIONS', status: 'ACTIVE' }])
    expect(await fieldsOf(kit, '/{plain_campaign}', 'objective')).toEqual({ objective: 'OUTCOME_SALES' })
    expect((await adFields(kit, '{plain}')).ad_id).toBe(kit.names.plain_ad)
  })

  test('an edit is told by updated_time', async () => {
    const kit = withAds()
    await kit.advance('1h')
    await kit.graph('POST', '/{plain}', { body: { message_send_ttl_seconds: 43200 } })
    expect(await fieldsOf(kit, '/{plain_ad}', 'created_time,updated_time')).toEqual({
      created_time: '2026-03-02T08:00:00+0000',
      updated_time: '2026-03-02T10:00:00+0000',
    })
  })

  test('of a template that becomes a marketing one makes its ads; leaving the category hides them', async () => {
    const kit = withAds(row('templates', 'template_with_variables', { category: 'UTILITY' }))
    const move = (category: string) =>
      kit.happens('template_category_is_corrected', { template: 'template_with_variables', category, at_once: true })
    const template = '{template_with_variables}'
    await move('MARKETING')
    await kit.advance('599s')
    expect(await adFields(kit, template)).toEqual({})
    await kit.advance('1s')
    const { ad_id } = await adFields(kit, template)
    expect(await fieldsOf(kit, `/${ad_id}`, 'effective_status')).toEqual({ effective_status: 'ACTIVE' })
    await move('UTILITY')
    expect(await adFields(kit, template)).toEqual({})
    expect(await fieldsOf(kit, `/${ad_id}`, 'effective_status')).toEqual({ effective_status: 'PAUSED' })
    await move('MARKETING')
    expect(await adFields(kit, template)).toMatchObject({ ad_id })
  })
})

describe('the status of an ad', () => {
  const status = async (kit: Kit) => (await fieldsOf(kit, '/{ad}', 'effective_status')).effective_status

  test.each([
    ['PAUSED', 'PAUSED'],
    ['DISABLED', 'PAUSED'],
    ['REJECTED', 'PAUSED'],
    ['ARCHIVED', 'ARCHIVED'],
  ])('of a template that is %s is %s', async (of, expected) => {
    expect(await status(withAds(row('templates', 'template', { status: of })))).toBe(expected)
  })

  test('of a deleted template is DELETED, and the ad is still read by its id', async () => {
    const kit = withAds()
    await kit.graph('DELETE', '/{waba}/message_templates', { query: { name: 'spring_sale' } })
    expect(await status(kit)).toBe('DELETED')
  })
})

describe('offboarding', () => {
  const inApp = () => withAds(row('phoneNumbers', 'phone', { is_on_biz_app: true }))

  test('disables the ad account and unlinks the templates', async () => {
    const kit = inApp()
    await kit.happens('coexistence_ends', { phone: 'phone' })
    expect(await adFields(kit)).toEqual({})
    expect(await fieldsOf(kit, '/{ad_account}', 'account_status')).toEqual({ account_status: 2 })
    expect(await fieldsOf(kit, '/{ad}', 'effective_status')).toEqual({ effective_status: 'PAUSED' })
  })

  test('another onboarding makes another ad account with other ads, and tells of the account that came back', async () => {
    const kit = inApp()
    await market(kit)
    await kit.advance('1m')
    const spent = await fieldsOf(kit, '/{ad_account}', 'amount_spent')
    await kit.happens('coexistence_ends', { phone: 'phone' })
    await kit.advance('24h')
    const { body } = await kit.happens('business_onboards_in_whatsapp_manager', { business: 'client' })
    expect(JSON.stringify(body)).toContain(need(kit.names.waba))
    await kit.advance('10m')
    const { ad_id, ad_account_id } = await adFields(kit)
    expect(ad_id).toMatch(/^\d{16}$/)
    expect([ad_id, ad_account_id]).not.toEqual([kit.names.ad, bare(kit)])
    expect(await counts(kit, `act_${ad_account_id}`)).toEqual([3, 3, 3])
    expect(await fieldsOf(kit, `/act_${ad_account_id}`, 'amount_spent')).toEqual({ amount_spent: '0' })
    const former = await look(kit, '/{ad_account}', { fields: 'amount_spent' }, { as: 'client_admin' })
    expect(former.body).toMatchObject(spent)
    const field = 'marketing_messages_onboarding_status'
    expect(await fieldsOf(kit, '/{waba}', field)).toEqual({ [field]: 'ONBOARDED' })
  })

  test('while it syncs leaves nothing that is made later', async () => {
    const kit = inApp()
    await create(kit)
    await kit.advance('5m')
    await kit.happens('coexistence_ends', { phone: 'phone' })
    await kit.advance('10m')
    expect(kit.world().list('Ad')).toHaveLength(3)
  })
})

describe('a world file', () => {
  test('names ads of templates that begin synced alone, by names that are free', () => {
    const named = (more: object) => () => withAds(row('templates', 'template', more))
    expect(named({ synced: false })).toThrow(/templates\/template\/ad: the template begins without ads/)
    expect(named({ ad: 'phone' })).toThrow(/the name 'phone' is taken already/)
  })

  test('gives all else the ids that it had without ads', () => {
    const {
      ad: _,
      ad_set: __,
      campaign: ___,
      plain: ____,
      plain_ad: _____,
      plain_campaign: ______,
      ...names
    } = withAds().names
    expect(names).toMatchObject({})
    const without = emulate('ready-to-send', row('templates', 'template', { synced: false }))
    const withThem = emulate('ready-to-send')
    // Configurations of logins are numbered last.
    const { config: _config, ...others } = without.names
    expect(withThem.names).toMatchObject(others)
    expect(Object.keys(withThem.names)).toEqual(Object.keys(without.names))
    expect(withThem.tokens).toEqual(without.tokens)
  })
})
