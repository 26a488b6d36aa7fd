import request from 'supertest'
import { expect, test } from 'vitest'
import { getTemplateAnalytics } from '../../contracts/operations/get-template-analytics.ts'
import { ask, askField, type Change, DAY, NOW, optedIn, pointsOf, readyToMeasure, under } from '../analytics.ts'
import { emulate, type Kit, need } from '../kit.ts'
import { expectError, proves } from '../operation.ts'
import { birthday, both, market, message, readyToSend, row, ruled, send } from '../sends.ts'

const EDGE = 'template_analytics'
const MM = 'MARKETING_MESSAGES_LITE_API'
const MARCH_2 = NOW - (NOW % DAY)

const template = (kit: Kit, name = 'template') => need(kit.names[name])
/** All of one day that the Marketing Messages API carried, of the first template. */
const today = (kit: Kit) => ({
  start: MARCH_2,
  end: NOW,
  granularity: 'daily',
  template_ids: `[${template(kit)}]`,
  product_type: MM,
})

/** Somebody who clicks twice, somebody who taps, somebody who never gets it. */
async function campaign(kit = readyToMeasure()): Promise<Kit> {
  const { messages } = (await market(kit, message({ to: '+14165550105' }))).body
  await market(kit, message({ to: '+14165550107' }))
  await market(kit, message({ to: '+14165550103' }))
  await kit.advance('1m')
  expect((await kit.happens('customer_clicks_link', { message: messages[0].id })).status).toBe(200)
  return kit
}

const clicked = [
  { type: 'url_button', button_content: 'See the bread', count: 2 },
  { type: 'unique_url_button', button_content: 'See the bread', count: 1 },
  { type: 'quick_reply_button', button_content: 'No more of this', count: 1 },
]
const cost = [
  { type: 'amount_spent', value: 0.05 },
  { type: 'cost_per_delivered', value: 0.025 },
  { type: 'cost_per_url_button_click', value: 0.025 },
]
const point = { start: MARCH_2, end: MARCH_2 + DAY, sent: 3, delivered: 2, read: 2, replied: 1, cost }

/** A campaign of 30 days, one message each. */
async function thirtyDays(): Promise<Kit> {
  const kit = readyToMeasure()
  for (let day = 0; day < 30; day += 1) {
    await market(kit)
    await kit.advance('1d')
  }
  return kit
}

const thirty = (kit: Kit) => ({ ...today(kit), end: MARCH_2 + 30 * DAY })

test('an empty answer says that other messages are asked for by product_type', async () => {
  const kit = await campaign()
  const { product_type: _, ...plain } = today(kit)
  const note = async (more: object = {}) => (await ask(kit, EDGE, { ...plain, ...more })).headers['x-mmgraph-note']
  expect(await note()).toMatch(/MARKETING_MESSAGES_LITE_API asks for the others$/)
  expect(await note({ product_type: 'CLOUD_API' })).toBeUndefined()
  await send(kit)
  await kit.advance('1m')
  expect(await note()).toBeUndefined()
})

/** The error of a world in which the account is of a country, in some way. */
const from = (...changes: NonNullable<Change>[]) => {
  const kit = readyToMeasure(...changes)
  return ask(kit, EDGE, today(kit))
}
const business = (name: string, country: string) => row('businesses', name, { country })
const metricOf = async (kit: Kit, metric_types: string) => {
  const [first] = await pointsOf(kit, EDGE, { ...today(kit), metric_types })
  return first
}

proves(
  getTemplateAnalytics,
  {
    'tells what became of the messages of a day': async () => {
      const kit = await campaign()
      const { body } = await ask(kit, EDGE, today(kit))
      expect(body).toEqual({
        data: [
          {
            granularity: 'DAILY',
            product_type: MM,
            data_points: [{ ...point, template_id: template(kit), clicked: expect.arrayContaining(clicked) }],
          },
        ],
        paging: { cursors: { before: 'MAZDZD', after: 'MAZDZD' } },
      })
      expect(body.data[0].data_points[0].clicked).toHaveLength(3)
      expect((await askField(kit, EDGE, today(kit))).body).toEqual({ [EDGE]: body, id: kit.names.waba })
    },
    'tells of Cloud API where no product is asked for': async () => {
      const kit = readyToMeasure()
      await market(kit)
      await send(kit)
      await send(kit)
      await kit.advance('1m')
      const { product_type: _, ...asked } = today(kit)
      for (const params of [asked, { ...asked, product_type: 'cloud_api' }]) {
        const { body } = await ask(kit, EDGE, params)
        expect(body.data).toMatchObject([{ product_type: 'cloud_api', data_points: [{ sent: 2, read: 2 }] }])
      }
      const newName = { ...asked, product_type: 'MARKETING_MESSAGES_API_FOR_WHATSAPP' }
      expect(await pointsOf(kit, EDGE, newName)).toMatchObject([{ sent: 1 }])
    },
    'has the metrics that are asked for alone': async () => {
      const kit = await campaign()
      const head = { template_id: template(kit), start: MARCH_2, end: MARCH_2 + DAY }
      expect(await metricOf(kit, 'sent,READ')).toEqual({ ...head, sent: 3, read: 2 })
      expect(await metricOf(kit, '["COST"]')).toEqual({ ...head, cost })
      expect(await metricOf(kit, '[]')).toMatchObject(point)
      expect(await metricOf(kit, 'WEBSITE_PURCHASES')).toBeUndefined()
    },
    'has entries of cost without a value where there is none': async () => {
      const kit = readyToMeasure()
      await market(kit, message({ to: '+14165550103' }))
      await kit.advance('1m')
      const types = ['amount_spent', 'cost_per_delivered', 'cost_per_url_button_click']
      expect(await metricOf(kit, 'COST')).toMatchObject({ cost: types.map((type) => ({ type })) })
      expect(await metricOf(kit, 'DELIVERED')).toMatchObject({ delivered: 0 })
      expect(await metricOf(kit, 'CLICKED')).toBeUndefined()
    },
    'has no cost per click without a URL button': async () => {
      const body = [{ type: 'BODY', text: 'Fresh bread today.' }]
      const kit = readyToMeasure(row('templates', 'template', { components: body }))
      await market(kit)
      await kit.advance('1m')
      const types = ['amount_spent', 'cost_per_delivered']
      expect((await metricOf(kit, 'COST'))?.cost).toEqual(types.map((type) => ({ type, value: 0.025 })))
    },
    'has no clicks of a template that opted out': async () => {
      const kit = await campaign()
      const query = { cta_url_link_tracking_opted_out: 'true', category: 'marketing' }
      expect((await kit.graph('POST', '/{template}', { query })).body).toEqual({ success: true })
      expect(await metricOf(kit, 'CLICKED,SENT')).toMatchObject({ sent: 3 })
      expect(await metricOf(kit, 'CLICKED,SENT')).not.toHaveProperty('clicked')
    },
    'tells several templates day by day, and passes over those of others': async () => {
      const kit = readyToMeasure()
      for (let day = 0; day < 2; day += 1) {
        await market(kit)
        await market(kit, message({}, birthday))
        await kit.advance('1d')
      }
      const ids = [template(kit), template(kit, 'template_with_variables')]
      const asked = { ...today(kit), end: MARCH_2 + DAY, template_ids: JSON.stringify(['1', ...ids]) }
      const points = await pointsOf(kit, EDGE, asked)
      expect(points.map(({ start, template_id }) => [start, template_id])).toEqual(
        [MARCH_2, MARCH_2 + DAY].flatMap((start) => ids.map((id) => [start, id])),
      )
      expect(await pointsOf(kit, EDGE, { ...asked, template_ids: '[1]' })).toEqual([])
      expect((await ask(kit, EDGE, { ...asked, template_ids: '[1]' })).body).toEqual({ data: [] })
      expect((await askField(kit, EDGE, { ...asked, template_ids: '[1]' })).body).toEqual({ id: kit.names.waba })
    },
    'takes dates, and floors moments to their day': async () => {
      const kit = await campaign()
      for (const [start, end, count] of [
        ['2026-03-02', '2026-03-02', 1],
        [NOW + 3600, NOW + 7200, 1],
        ['2026-03-03', '2026-03-04', 0],
        ['2026-03-01', '2026-03-01', 0],
        ['2026-03-01', '9999-12-31', 1],
      ] as const) {
        expect(await pointsOf(kit, EDGE, { ...today(kit), start, end })).toHaveLength(count)
      }
    },
    'tells days of the account where that is asked for': async () => {
      const kit = readyToMeasure((file) => {
        file.clock = '2026-03-02T07:30:00Z'
      })
      await market(kit)
      await kit.advance('1m')
      const asked = { ...today(kit), start: '2026-03-01', end: '2026-03-02', use_waba_timezone: 'true' }
      const { body } = await ask(kit, EDGE, asked)
      expect(body.data).toMatchObject([
        {
          waba_timezone: 'America/Los_Angeles',
          data_points: [{ start: '2026-03-01', end: '2026-03-02', sent: 1, read: 1 }],
        },
      ])
      expect(await pointsOf(kit, EDGE, { ...asked, use_waba_timezone: 'false' })).toMatchObject([{ start: MARCH_2 }])
    },
    'goes over pages to the end, as an edge and inside fields': async () => {
      const kit = await thirtyDays()
      const first = (await ask(kit, EDGE, thirty(kit))).body
      expect(first.data[0].data_points).toHaveLength(25)
      expect(first.paging.cursors).toEqual({ before: 'MAZDZD', after: 'MjQZD' })
      const field = (await askField(kit, EDGE, thirty(kit))).body[EDGE]
      for (const { paging } of [first, field]) {
        const { pathname, search } = new URL(paging.next)
        expect(pathname).toBe(`/v25.0/${kit.names.waba}/${EDGE}`)
        const token = need(kit.tokens.partner_system_user)
        const second = (
          await request(kit.server)
            .get(pathname + search)
            .set('Authorization', `Bearer ${token}`)
        ).body
        const starts = [...first.data[0].data_points, ...second.data[0].data_points].map(({ start }) => start)
        expect(starts).toEqual(Array.from({ length: 30 }, (_, day) => MARCH_2 + day * DAY))
        expect(second.paging.next).toBeUndefined()
        expect(second.data[0].product_type).toBe(MM)
      }
      const ten = (await ask(kit, EDGE, { ...thirty(kit), limit: 10, after: 'MTkZD' })).body
      expect(ten.data[0].data_points[0].start).toBe(MARCH_2 + 20 * DAY)
      const all = await pointsOf(kit, EDGE, { ...thirty(kit), limit: 100 })
      expect(all.reduce((sum, { sent }) => sum + Number(sent), 0)).toBe(30)
    },
    'takes no more than ten ids, and needs one': async () => {
      const kit = readyToMeasure()
      const ids = Array.from({ length: 11 }, (_, id) => id + 1).join()
      expectError(await ask(kit, EDGE, { ...today(kit), template_ids: ids }), 'parameter_out_of_range')
      expectError(await ask(kit, EDGE, { ...today(kit), template_ids: '[]' }), 'parameter_required')
    },
    'tells conversions by their metric, of the Marketing Messages API alone': async () => {
      const kit = await campaign()
      const day = MARCH_2 / DAY
      const tally = { website_purchase: 2, website_purchase_values: 39.5, app_initiate_checkout: 1, website_lead: 4 }
      for (const carrier of ['mm', 'cloud'] as const) {
        kit.world().metrics.count(template(kit), carrier, { utc: day, local: day }, tally)
      }
      const told = {
        website_purchases: 2,
        website_purchases_conversion_value: 39.5,
        app_checkouts_initiated: 1,
        website_lead: 4,
      }
      expect(await metricOf(kit, '[]')).toMatchObject(told)
      const metric_types = 'WEBSITE_PURCHASES,APP_PURCHASES,SENT'
      expect(await metricOf(kit, metric_types)).toMatchObject({ website_purchases: 2, sent: 3 })
      expect(await metricOf(kit, metric_types)).not.toHaveProperty('app_purchases')
      const cloud = await pointsOf(kit, EDGE, { ...today(kit), metric_types, product_type: 'CLOUD_API' })
      expect(cloud).toEqual([{ template_id: template(kit), start: MARCH_2, end: MARCH_2 + DAY, sent: 0 }])
    },
    'is there for the United Kingdom from May 2026': async () => {
      const later: Change = (file) => {
        file.clock = '2026-05-01T09:00:00Z'
      }
      expectError(await from(business('client', 'GB')), 'template_insights_unavailable')
      expect((await from(business('client', 'GB'), later)).status).toBe(200)
      expectError(await from(business('client', 'JP'), later), 'template_insights_unavailable')
    },
    'is not there for a partner or a number of Europe either': async () => {
      expectError(await from(business('partner', 'IE')), 'template_insights_unavailable')
      const number = row('phoneNumbers', 'phone', { display_phone_number: '+49 30 555 0193' })
      expectError(await from(number), 'template_insights_unavailable')
      expect((await from(business('partner', 'NO'))).status).toBe(200)
    },
    'can be asked for once somebody opted in': async () => {
      const kit = readyToSend()
      await kit.graph('POST', '/{waba}', { query: { is_enabled_for_insights: 'true' } })
      expect((await ask(kit, EDGE, today(kit))).body).toEqual({ data: [] })
    },
    'ruling template-insights-disabled: as captured, or as documented': async () => {
      const text = 'Template Insights have not been enabled for this WhatsApp Business Account'
      for (const [side, error] of [
        ['captured', { code: 1, error_subcode: 4182004, message: 'An unknown error occurred', error_data: `${text}.` }],
        ['documented', { code: 200007, error_data: { messaging_product: 'whatsapp', details: text } }],
      ] as const) {
        const kit = emulate('ready-to-send', both(ruled('template-insights-disabled', side)))
        const { body } = await ask(kit, EDGE, today(kit))
        expect(body.error).toMatchObject(error)
        expect('error_subcode' in body.error).toBe(side === 'captured')
      }
    },
    'ruling analytics-product-type: the older name, or the newer in small letters': async () => {
      for (const side of ['MARKETING_MESSAGES_LITE_API', 'marketing_messages_api_for_whatsapp'] as const) {
        const kit = await campaign(under('analytics-product-type', side))
        expect((await ask(kit, EDGE, today(kit))).body.data[0].product_type).toBe(side)
      }
    },
  },
  {
    template_insights_unavailable: () => from(business('client', 'FR')),
    template_insights_not_enabled: () => {
      const kit = readyToSend()
      return ask(kit, EDGE, today(kit))
    },
    analytics_lookback_exceeded: () => {
      const kit = readyToSend(optedIn)
      return ask(kit, EDGE, { ...today(kit), start: MARCH_2 - 91 * DAY })
    },
    analytics_range_invalid: () => {
      const kit = readyToMeasure()
      return ask(kit, EDGE, { ...today(kit), end: '2026-03-01' })
    },
    analytics_date_invalid: () => {
      const kit = readyToMeasure()
      return askField(kit, EDGE, { ...today(kit), use_waba_timezone: 1 })
    },
    parameter_value: () => {
      const kit = under('conversions-of-cloud-api', 'refused')
      return ask(kit, EDGE, { ...today(kit), product_type: 'CLOUD_API', metric_types: 'SENT,APP_PURCHASES' })
    },
    cursor_invalid: () => {
      const kit = readyToMeasure()
      return ask(kit, EDGE, { ...today(kit), after: '???' })
    },
  },
)
