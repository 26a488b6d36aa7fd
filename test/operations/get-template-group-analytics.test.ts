import request from 'supertest'
import { expect } from 'vitest'
import { getTemplateGroupAnalytics } from '../../contracts/operations/get-template-group-analytics.ts'
import { ask, askField, type Change, DAY, NOW, optedIn, pointsOf, readyToMeasure, under } from '../analytics.ts'
import { purchase, tell } from '../conversions.ts'
import { type Kit, need } from '../kit.ts'
import { expectError, proves } from '../operation.ts'
import { birthday, market, message, readyToSend, row, send } from '../sends.ts'
import { change, grouped, idOf } from '../template-groups.ts'

const EDGE = 'template_group_analytics'
const MARCH_2 = NOW - (NOW % DAY)
const TEMPLATES = 'whatsapp_business_templates'

/** All of one day of one group. */
const today = (id: string) => ({ start: MARCH_2, end: NOW, granularity: 'daily', template_group_ids: `[${id}]` })

/** A world with both templates in one group. */
async function ready(...changes: NonNullable<Change>[]): Promise<{ kit: Kit; id: string }> {
  const kit = readyToMeasure(...changes)
  return { kit, id: await grouped(kit, { [TEMPLATES]: [idOf(kit), idOf(kit, 'template_with_variables')] }) }
}

const pointOf = async (kit: Kit, id: string, more: object = {}) =>
  (await pointsOf(kit, EDGE, { ...today(id), ...more }))[0]

/** Somebody gets a template and taps its link. */
async function tapped(kit: Kit): Promise<void> {
  const { messages } = (await market(kit)).body
  await kit.advance('1m')
  expect((await kit.happens('customer_clicks_link', { message: messages[0].id })).status).toBe(200)
}

const inFile: NonNullable<Change> = (file) => {
  file.templateGroups = { spring: { account: 'waba', name: 'Spring', templates: ['template'] } }
  const countries = { CA: 1 }
  const days = { from: '2026-02-27', until: '2026-03-01', perDay: 100, countries }
  file.history = { past: { template: 'template', phone: 'phone', ...days } }
}

const asked = async (...changes: NonNullable<Change>[]) => {
  const { kit, id } = await ready(...changes)
  return (more: object = {}) => ask(kit, EDGE, { ...today(id), ...more })
}

proves(
  getTemplateGroupAnalytics,
  {
    'tells the templates of a group together, of both products': async () => {
      const { kit, id } = await ready()
      await market(kit)
      await send(kit, message({}, birthday))
      await kit.advance('1m')
      const { body } = await ask(kit, EDGE, { ...today(id), metric_types: 'sent,delivered,read' })
      const point = { template_group_id: id, start: MARCH_2, end: MARCH_2 + DAY, sent: 2, delivered: 2, read: 2 }
      const cursors = { before: 'MAZDZD', after: 'MAZDZD' }
      expect(body).toEqual({ data: [{ granularity: 'DAILY', data_points: [point] }], paging: { cursors } })
      expect((await askField(kit, EDGE, { ...today(id), metric_types: '[SENT,DELIVERED,READ]' })).body).toEqual({
        [EDGE]: body,
        id: kit.names.waba,
      })
    },
    'ruling template-group-product: both, or Cloud API alone': async () => {
      for (const [side, sent] of [
        ['both', 3],
        ['cloud_api', 1],
      ] as const) {
        const kit = under('template-group-product', side)
        const id = await grouped(kit)
        await market(kit)
        await market(kit)
        await send(kit)
        await kit.advance('1m')
        const [element] = (await ask(kit, EDGE, today(id))).body.data
        expect(element.data_points).toMatchObject([{ sent }])
        expect(element.product_type).toBe(side === 'both' ? undefined : 'cloud_api')
      }
    },
    'keeps what a template contributed when it leaves, and counts no more of it': async () => {
      const { kit, id } = await ready()
      await tapped(kit)
      const cost = { type: 'cost_per_url_button_click', value: 0.025 }
      const told = await pointOf(kit, id)
      expect(told).toMatchObject({ sent: 1, read: 1, cost: expect.arrayContaining([cost]) })
      expect(told?.clicked).toContainEqual({ type: 'url_button', button_content: 'See the bread', count: 1 })
      const remove_templates = [idOf(kit), idOf(kit, 'template_with_variables')]
      await change(kit, id, { remove_templates })
      await tapped(kit)
      expect(await pointOf(kit, id)).toEqual(told)
      await change(kit, id, { add_templates: remove_templates })
      await market(kit)
      await kit.advance('1m')
      expect(await pointOf(kit, id)).toMatchObject({ sent: 2 })
    },
    'counts an event for the group in which the template is at that moment': async () => {
      const { kit, id } = await ready()
      await market(kit)
      // It is sent, and not delivered yet.
      await kit.advance('300ms')
      await change(kit, id, { remove_templates: [idOf(kit)] })
      const other = await grouped(kit, { name: 'Other' })
      await kit.advance('1m')
      expect(await pointOf(kit, id)).toMatchObject({ sent: 1, delivered: 0, read: 0 })
      expect(await pointOf(kit, other)).toMatchObject({ sent: 0, delivered: 1, read: 1 })
    },
    'keeps what a deleted template contributed, and tells of no group that is deleted': async () => {
      const { kit, id } = await ready()
      await market(kit)
      await kit.advance('1m')
      await kit.graph('DELETE', '/{waba}/message_templates', { query: { name: 'spring_sale' } })
      expect(await pointOf(kit, id)).toMatchObject({ sent: 1, read: 1 })
      await kit.graph('DELETE', `/${id}`)
      expect((await ask(kit, EDGE, today(id))).body).toEqual({ data: [] })
      expect((await askField(kit, EDGE, today(id))).body).toEqual({ id: kit.names.waba })
    },
    'counts conversions, and taps where they are told': async () => {
      const { kit, id } = await ready()
      await tapped(kit)
      await tell(kit, [purchase(kit)])
      const metric_types = 'WEBSITE_PURCHASES,website_purchases_conversion_value,CLICKED'
      expect(await pointOf(kit, id, { metric_types })).toMatchObject({
        website_purchases: 1,
        website_purchases_conversion_value: 12.5,
        clicked: expect.any(Array),
      })
      expectError(await ask(kit, EDGE, { ...today(id), metric_types: 'WEBSITE_LEAD' }), 'parameter_value')
      const silent = await ready(row('templates', 'template', { cta_url_link_tracking_opted_out: true }))
      await market(silent.kit, message({ to: '+14165550107' }))
      await silent.kit.advance('1m')
      expect(await pointOf(silent.kit, silent.id, { metric_types: 'SENT,CLICKED' })).toMatchObject({ sent: 1 })
      expect(await pointOf(silent.kit, silent.id, { metric_types: 'CLICKED' })).toBeUndefined()
    },
    'goes over pages to the end, the newest first': async () => {
      const { kit, id } = await ready()
      for (let day = 0; day < 30; day += 1) {
        await market(kit)
        await kit.advance('1d')
      }
      const first = (await ask(kit, EDGE, { ...today(id), end: MARCH_2 + 30 * DAY })).body
      expect(first.paging.cursors).toEqual({ before: 'MAZDZD', after: 'MjQZD' })
      const { pathname, search } = new URL(first.paging.next)
      const token = need(kit.tokens.partner_system_user)
      const call = request(kit.server).get(pathname + search)
      const second = (await call.set('Authorization', `Bearer ${token}`)).body
      const starts = [...first.data[0].data_points, ...second.data[0].data_points].map(({ start }) => start)
      expect(starts).toEqual(Array.from({ length: 30 }, (_, day) => MARCH_2 + (29 - day) * DAY))
    },
    'counts the past of a world file, and takes dates of the account': async () => {
      const kit = readyToMeasure(inFile)
      const range = { start: '2026-02-01', end: '2026-03-01', use_waba_timezone: 'true', metric_types: 'SENT' }
      const { body } = await ask(kit, EDGE, { ...today(idOf(kit, 'spring')), ...range })
      expect(body.data).toMatchObject([{ waba_timezone: 'America/Los_Angeles' }])
      const points = body.data[0].data_points
      expect(points.map(({ start }: { start: string }) => start)).toEqual(['2026-03-01', '2026-02-28', '2026-02-27'])
      const template = { ...range, granularity: 'DAILY', template_ids: idOf(kit) }
      const product_type = 'MARKETING_MESSAGES_LITE_API'
      const ofTemplate = await pointsOf(kit, 'template_analytics', { ...template, product_type })
      expect(points.map(({ sent }: { sent: number }) => sent).reverse()).toEqual(ofTemplate.map(({ sent }) => sent))
    },
    'takes one to ten ids': async () => {
      const call = await asked()
      const ids = Array.from({ length: 11 }, (_, id) => id + 1).join()
      expectError(await call({ template_group_ids: ids }), 'parameter_out_of_range')
      expectError(await call({ template_group_ids: '[]' }), 'parameter_required')
      expect((await call({ template_group_ids: '[1]' })).body).toEqual({ data: [] })
    },
  },
  {
    template_insights_unavailable: async () => (await asked(row('businesses', 'client', { country: 'FR' })))(),
    template_insights_not_enabled: async () => {
      const kit = readyToSend()
      return ask(kit, EDGE, today(await grouped(kit)))
    },
    analytics_lookback_exceeded: async () => (await asked(optedIn))({ start: MARCH_2 - 91 * DAY }),
    analytics_range_invalid: async () => (await asked())({ end: '2026-03-01' }),
    analytics_date_invalid: async () => (await asked())({ use_waba_timezone: 1 }),
    cursor_invalid: async () => (await asked())({ after: '???' }),
  },
)
