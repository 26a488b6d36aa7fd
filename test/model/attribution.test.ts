import { describe, expect, test } from 'vitest'
import { givesConversions } from '../../emulator/model/insights-conversions.ts'
import { conversionsOf, hashed, nowIn, purchase, ROBIN, tap, tapped, tell } from '../conversions.ts'
import { emulate, type Kit, need } from '../kit.ts'
import { birthday, both, message, readyToSend, row, ruled, send } from '../sends.ts'

const DAY = 86_400_000
const bought = { website_purchase: 1, website_purchase_values: 12.5 }
const told = { '2026-03-02': bought }
const fbc = (kit: Kit, fbclid: string, form = 'fb.1.{ms}.{id}') =>
  form.replace('{ms}', String(kit.world().now)).replace('{id}', fbclid)

/** Why the first event that is not counted is not. */
const why = async (kit: Kit, event: object) => (await tell(kit, [event])).headers['x-mmgraph-note']

describe('who converts is found', () => {
  test.each([
    ['fbc', (kit: Kit, id: string) => ({ fbc: fbc(kit, id) })],
    ['fbc of a subdomain', (kit: Kit, id: string) => ({ fbc: fbc(kit, id, 'fb.2.{ms}.{id}') })],
    ['fbc with an appendix', (kit: Kit, id: string) => ({ fbc: fbc(kit, id, 'fb.1.{ms}.{id}.AQYBAQIA') })],
    ['ph', () => ({ ph: hashed(ROBIN) })],
    ['ph in capitals, among others', () => ({ ph: [hashed('1'), hashed(ROBIN).toUpperCase()] })],
    ['ph, where fbc leads nowhere', () => ({ ph: hashed(ROBIN), fbc: 'fb.1.1.IwARother' })],
  ])('by %s', async (_, user) => {
    const { kit, fbclid } = await tapped()
    await tell(kit, [purchase(kit, {}, user(kit, fbclid))])
    expect(conversionsOf(kit)).toEqual(told)
  })

  test.each([
    ['fbclid in other letters', (kit: Kit, id: string) => ({ fbc: fbc(kit, id.toLowerCase()) })],
    ['fbclid alone', (_: Kit, id: string) => ({ fbc: id })],
    ['a number that is not hashed', () => ({ ph: ROBIN })],
    ['a hash with a plus', () => ({ ph: hashed(`+${ROBIN}`) })],
    ['somebody else', () => ({ ph: hashed('14165550101') })],
  ])('not by %s', async (_, user) => {
    const { kit, fbclid } = await tapped()
    const note = await why(kit, purchase(kit, {}, user(kit, fbclid)))
    expect(note).toBe(
      '0 of 1 event is counted; data[0]: neither fbc nor ph in user_data is of somebody who tapped a link',
    )
    expect(conversionsOf(kit)).toEqual({})
  })
})

describe('the last touch has the conversion', () => {
  test('whichever tap fbc names', async () => {
    const { kit, fbclid } = await tapped()
    await tap(kit, message({}, birthday))
    await tell(kit, [purchase(kit, {}, { fbc: fbc(kit, fbclid) })])
    expect(conversionsOf(kit)).toEqual({})
    expect(conversionsOf(kit, 'template_with_variables')).toEqual(told)
  })

  test('of those before it, on the day on which it took place', async () => {
    const { kit } = await tapped()
    const before = nowIn(kit)
    await kit.advance('2d')
    await tap(kit, message({}, birthday))
    await tell(kit, [purchase(kit, { event_time: before }), purchase(kit, { event_time: before - 60 })])
    expect(conversionsOf(kit)).toEqual(told)
    expect(conversionsOf(kit, 'template_with_variables')).toEqual({})
  })

  test('for 7 days to the second', async () => {
    const { kit } = await tapped()
    const at = nowIn(kit)
    await kit.advance('8d')
    const last = at + (7 * DAY) / 1000
    await tell(kit, [purchase(kit, { event_time: last }), purchase(kit, { event_time: last + 1 })])
    expect(conversionsOf(kit)).toEqual({ '2026-03-09': bought })
  })

  test('of what the Marketing Messages API carried, and nothing else did', async () => {
    const kit = readyToSend()
    const sent = await send(kit)
    await kit.advance('1m')
    await kit.happens('customer_clicks_link', { message: sent.body.messages[0].id })
    expect(await why(kit, purchase(kit))).toContain(`${ROBIN} tapped no link of the business`)
  })

  test('of the business that the pixel is of', async () => {
    const { kit } = await tapped((file) => {
      file.datasets = { pixel: { name: 'Harbour website', business: 'partner' } }
    })
    expect(await why(kit, purchase(kit))).toContain('tapped no link of the business')
    expect(conversionsOf(kit)).toEqual({})
  })

  test('not of a link that nobody tracks', async () => {
    const kit = readyToSend(row('templates', 'template', { cta_url_link_tracking_opted_out: true }))
    const edited = await kit.graph('POST', '/{template}', {
      query: { cta_url_link_tracking_opted_out: 'true', category: 'MARKETING' },
    })
    expect(edited.body).toMatchObject({ success: true })
    await kit.advance('11m')
    await tap(kit)
    expect(await why(kit, purchase(kit))).toContain('tapped no link')
  })

  test('not of a template from before the onboarding', async () => {
    const { kit } = await tapped(row('templates', 'template', { created: '2026-01-14' }))
    expect(await why(kit, purchase(kit))).toContain('the template spring_sale is older than the onboarding')
    expect(conversionsOf(kit)).toEqual({})
  })

  test('not of an account that left, until it is back', async () => {
    const { kit } = await tapped(row('phoneNumbers', 'phone', { is_on_biz_app: true }))
    await kit.happens('coexistence_ends', { phone: 'phone' })
    expect(await why(kit, purchase(kit))).toContain('the account Juniper shop has left the Marketing Messages API')
    expect(conversionsOf(kit)).toEqual({})
    await kit.happens('business_onboards_in_whatsapp_manager', { business: 'client' })
    await tell(kit, [purchase(kit)])
    expect(conversionsOf(kit)).toEqual(told)
  })
})

describe('what is counted', () => {
  test.each([
    ['website', 'AddToCart', 'website_add_to_cart'],
    ['website', 'InitiateCheckout', 'website_initiate_checkout'],
    ['website', 'ViewContent', 'website_view_content'],
    ['website', 'Subscribe', 'website_custom'],
    ['website', 'fb_mobile_rate', 'website_custom'],
    ['website', 'constructor', 'website_custom'],
    ['app', 'fb_mobile_level_achieved', 'app_level_achieved'],
    ['app', 'fb_mobile_initiated_checkout', 'app_initiate_checkout'],
    ['app', 'Search', 'app_search'],
    ['app', 'Lead', 'app_other'],
  ])('of %s %s as %s', async (action_source, event_name, counter) => {
    const { kit } = await tapped()
    await tell(kit, [purchase(kit, { action_source, event_name })])
    expect(conversionsOf(kit)).toEqual({ '2026-03-02': { [counter]: 1 } })
  })

  test('values of purchases are summed up in the currency of the account, where Meta has a factor', async () => {
    const { kit } = await tapped()
    const values = [
      ['USD', 1],
      ['eur', 8.285],
      ['CAD', 2.5],
    ] as const
    const data = values.map(([currency, value]) => purchase(kit, { custom_data: { currency, value } }))
    await tell(kit, data)
    expect(conversionsOf(kit)).toEqual({ '2026-03-02': { website_purchase: 3, website_purchase_values: 13.5 } })
  })

  test('by the days of UTC and of the account', async () => {
    const { kit } = await tapped(
      both(row('accounts', 'waba', { timezone: 'Asia/Kolkata' }), (file) => {
        file.clock = '2026-03-02T18:31:00Z'
      }),
    )
    await tell(kit, [purchase(kit)])
    expect(conversionsOf(kit)).toEqual(told)
    const { adId } = kit.world().need('WhatsAppBusinessHSM', need(kit.names.template))
    const { local } = kit.world().metrics.daysOf(need(adId), 'mm')
    expect([...local].map(([day]) => new Date(day * DAY).toISOString().slice(0, 10))).toEqual(['2026-03-03'])
  })

  test.each(['email', 'phone_call', 'chat', 'physical_store', 'system_generated', 'other'])(
    'nothing of %s',
    async (action_source) => {
      const { kit } = await tapped()
      expect(await why(kit, purchase(kit, { action_source }))).toContain(`conversions of ${action_source} are joined`)
      expect(conversionsOf(kit)).toEqual({})
    },
  )

  test('of an app by the campaign of the template, of which app links tell', async () => {
    const kit = readyToSend()
    // Campaigns come with the ads; a node with the template of one is all that is needed of them.
    const campaign = { nodeType: 'Campaign', id: '1200000000000001', templateId: kit.names.template }
    kit.world().put(campaign as never)
    const app = (campaign_ids: unknown) =>
      purchase(kit, { action_source: 'app', app_data: { campaign_ids } }, { em: hashed('robin@juniper.example') })
    await tell(kit, [app(campaign.id), app(['1', campaign.id])])
    expect(await why(kit, app('1200000000000002'))).toContain('neither fbc nor ph')
    expect(conversionsOf(kit)).toEqual({ '2026-03-02': { app_purchase: 2, app_purchase_values: 25 } })
  })
})

describe('the ruling insights-conversions', () => {
  const gives = (day: string, side?: string) => {
    const change = side === undefined ? undefined : ruled('insights-conversions', side)
    return givesConversions(emulate('ready-to-send', change, { graphDate: day }).world())
  }

  test('conversions stand in Insights until the first quarter of 2026 is over', () => {
    expect([gives('2026-03-31'), gives('2026-04-01')]).toEqual([true, false])
  })

  test("or always ('given'), or never ('left-out')", () => {
    expect([gives('2026-03-31', 'given'), gives('2026-10-01', 'given')]).toEqual([true, true])
    expect([gives('2025-10-01', 'left-out'), gives('2026-10-01', 'left-out')]).toEqual([false, false])
  })
})
