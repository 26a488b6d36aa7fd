import { expect } from 'vitest'
import { getAnalytics } from '../../contracts/operations/get-analytics.ts'
import { ask, askField, DAY, MIDNIGHT, NOW, pointsOf, readyToMeasure, under } from '../analytics.ts'
import { need } from '../kit.ts'
import { proves } from '../operation.ts'
import { market, message, row, send } from '../sends.ts'

const TODAY = { start: MIDNIGHT, end: MIDNIGHT + DAY, granularity: 'DAY' }
const writes = { phone: 'phone', from: 'recipient', type: 'text', text: { body: 'Rye?' } }
const answer = { messaging_product: 'whatsapp', to: '14165550100', type: 'text', text: { body: 'Yes' } }

/** Two templates (one never arrives), one answer, one message of a customer. */
async function talked(kit = readyToMeasure()) {
  await market(kit)
  await market(kit, message({ to: '+5511955550103' }))
  await kit.happens('customer_sends_message', writes)
  await send(kit, answer)
  await kit.advance('1m')
  return kit
}

proves(
  getAnalytics,
  {
    'counts what was sent and what arrived': async () => {
      const kit = await talked()
      const { body } = await askField(kit, 'analytics', TODAY)
      expect(body).toEqual({
        analytics: {
          phone_numbers: ['14165550190'],
          country_codes: ['CA', 'BR'],
          granularity: 'DAY',
          data_points: [{ start: MIDNIGHT, end: MIDNIGHT + DAY, sent: 3, delivered: 2 }],
        },
        id: need(kit.names.waba),
      })
      expect((await ask(kit, 'analytics', TODAY)).body).toEqual({ data: [body.analytics] })
    },
    'has no points where nothing was sent': async () => {
      const { body } = await askField(readyToMeasure(), 'analytics', TODAY)
      expect(body.analytics).toMatchObject({ country_codes: [], data_points: [] })
    },
    'counts by kind of message': async () => {
      const kit = await talked()
      const of = async (product_types: string) => {
        const [point] = await pointsOf(kit, 'analytics', { ...TODAY, product_types })
        return point && [point.sent, point.delivered]
      }
      expect(await of('[0]')).toEqual([2, 1])
      expect(await of('2')).toEqual([1, 1])
      expect(await of('0,2')).toEqual([3, 2])
      expect(await of('[100]')).toEqual([1, 1])
      expect(await of('[]')).toEqual([3, 2])
      expect(await of('[101]')).toBeUndefined()
    },
    'counts by country and by number': async () => {
      const kit = await talked()
      const brazil = (await askField(kit, 'analytics', { ...TODAY, country_codes: '["br"]' })).body.analytics
      expect(brazil).toMatchObject({ country_codes: ['BR'], data_points: [{ sent: 1, delivered: 0 }] })
      for (const [phone_numbers, sent] of [
        ['[]', 3],
        ['["+1 416-555-0190"]', 3],
        ['14165550190', 3],
        ['14165550191', undefined],
      ] as const) {
        const [point] = await pointsOf(kit, 'analytics', { ...TODAY, phone_numbers })
        expect(point?.sent).toBe(sent === undefined ? undefined : sent)
      }
    },
    'tells half hours from the one that start is in': async () => {
      const kit = readyToMeasure()
      await market(kit)
      await kit.advance('31m')
      await market(kit)
      await kit.advance('1m')
      const range = { start: NOW + 60, end: NOW + 3600, granularity: 'half_hour' }
      expect(await pointsOf(kit, 'analytics', range)).toEqual([
        { start: NOW, end: NOW + 1800, sent: 1, delivered: 1 },
        { start: NOW + 1800, end: NOW + 3600, sent: 1, delivered: 1 },
      ])
      expect(await pointsOf(kit, 'analytics', { ...range, end: NOW + 1800 })).toHaveLength(1)
      expect(await pointsOf(kit, 'analytics', { ...range, start: NOW + 1800 })).toHaveLength(1)
    },
    'has days of the account, of which one has 23 hours': async () => {
      const kit = await talked()
      await kit.advance('6d')
      await market(kit)
      await kit.advance('1m')
      const sunday = Date.parse('2026-03-08T08:00Z') / 1000
      expect(await pointsOf(kit, 'analytics', { ...TODAY, end: MIDNIGHT + 7 * DAY })).toEqual([
        { start: MIDNIGHT, end: MIDNIGHT + DAY, sent: 3, delivered: 2 },
        { start: sunday, end: sunday + 23 * 3600, sent: 1, delivered: 1 },
      ])
      const india = readyToMeasure(row('accounts', 'waba', { timezone: 'Asia/Kolkata' }))
      await market(india)
      await india.advance('1m')
      const start = Date.parse('2026-03-01T18:30Z') / 1000
      expect(await pointsOf(india, 'analytics', TODAY)).toMatchObject([{ start, end: start + DAY }])
    },
    'tells a month when it is over': async () => {
      const kit = await talked()
      const march = { start: Date.parse('2026-03-01T08:00Z') / 1000, end: Date.parse('2026-04-01T07:00Z') / 1000 }
      const asked = { ...march, granularity: 'MONTH' }
      expect(await pointsOf(kit, 'analytics', asked)).toEqual([])
      await kit.advance('30d')
      expect(await pointsOf(kit, 'analytics', asked)).toEqual([{ ...march, sent: 3, delivered: 2 }])
    },
    'forgets a number that the account has no longer': async () => {
      const kit = await talked()
      await kit.advance('31d')
      expect((await kit.happens('number_is_deleted', { phone: 'phone' })).status).toBe(200)
      await kit.advance('10m')
      const { body } = await askField(kit, 'analytics', TODAY)
      expect(body.analytics).toMatchObject({ phone_numbers: [], data_points: [] })
    },
    'may ask ten years back before December 2025': async () => {
      const kit = readyToMeasure((file) => {
        file.clock = '2025-11-30T09:00:00Z'
      })
      const query = { start: String(NOW - 9 * 365 * DAY), end: String(NOW), granularity: 'DAY' }
      expect((await kit.graph('GET', '/{waba}/analytics', { query })).body.error).toBeUndefined()
    },
    'ruling analytics-incoming: what customers send counts, or not': async () => {
      for (const [side, sent] of [
        ['left-out', 3],
        ['counted', 4],
      ] as const) {
        const kit = await talked(under('analytics-incoming', side))
        expect(await pointsOf(kit, 'analytics', TODAY)).toMatchObject([{ sent }])
        expect(await pointsOf(kit, 'analytics', { ...TODAY, product_types: '[0,2]' })).toMatchObject([{ sent: 3 }])
      }
    },
  },
  {
    analytics_lookback_exceeded: () => ask(readyToMeasure(), 'analytics', { ...TODAY, start: NOW - 368 * DAY }),
    analytics_range_invalid: () => ask(readyToMeasure(), 'analytics', { ...TODAY, end: MIDNIGHT }),
    analytics_month_incomplete: () => ask(readyToMeasure(), 'analytics', { ...TODAY, granularity: 'MONTH' }),
    insights_product_combination_invalid: () =>
      askField(readyToMeasure(), 'analytics', { ...TODAY, product_types: '[0,100]' }),
  },
)
