import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type HabitName, habits } from '../../contracts/habits.ts'
import { getPricingAnalytics } from '../../contracts/operations/get-pricing-analytics.ts'
import { ask, askField, DAY, MIDNIGHT, NOW, pointsOf, readyToMeasure } from '../analytics.ts'
import { proves } from '../operation.ts'
import { hear, market, message, send, statuses } from '../sends.ts'
import '../seed.ts'

const EDGE = 'pricing_analytics'
const TODAY = { start: MIDNIGHT, end: MIDNIGHT + DAY, granularity: 'DAILY' }
const SPAN = { start: MIDNIGHT, end: MIDNIGHT + DAY }
const ALL = 'PHONE,COUNTRY,TIER,PRICING_TYPE,PRICING_CATEGORY'

/** Marketing by both products to two countries, and a free answer. */
async function spent(kit = readyToMeasure()) {
  await market(kit)
  await market(kit, message({ to: '+5511955550100' }))
  await send(kit)
  await kit.happens('customer_sends_message', {
    phone: 'phone',
    from: 'recipient',
    type: 'text',
    text: { body: 'Rye?' },
  })
  await send(kit, { messaging_product: 'whatsapp', to: '14165550100', type: 'text', text: { body: 'Yes' } })
  await kit.advance('1m')
  return kit
}

const common = { ...SPAN, phone_number: '14165550190' }
const lite = { pricing_type: 'REGULAR', pricing_category: 'MARKETING_LITE', tier: '0:MAX' }
const canada = { ...common, ...lite, country: 'CA', volume: 1, cost: 0.025 }
const brazil = { ...common, ...lite, country: 'BR', volume: 1, cost: 0.0625 }
const cloud = { ...canada, pricing_category: 'MARKETING' }
const free = {
  ...common,
  country: 'CA',
  pricing_type: 'FREE_CUSTOMER_SERVICE',
  pricing_category: 'SERVICE',
  volume: 1,
  cost: 0,
}

proves(
  getPricingAnalytics,
  {
    'tells volume and cost by all that is asked for': async () => {
      const points = await pointsOf(await spent(), EDGE, { ...TODAY, dimensions: ALL })
      expect(points).toHaveLength(4)
      expect(points).toEqual(expect.arrayContaining([canada, brazil, cloud, free]))
    },
    'has one sum where no dimension is asked for': async () => {
      const sum = { ...SPAN, volume: 4, cost: 0.1125 }
      const kit = await spent()
      expect(await pointsOf(kit, EDGE, TODAY)).toEqual([sum])
      expect(await pointsOf(kit, EDGE, { ...TODAY, dimensions: '[]', metric_types: '[]' })).toEqual([sum])
    },
    'tells the metric that is asked for alone': async () => {
      const kit = await spent()
      expect(await pointsOf(kit, EDGE, { ...TODAY, metric_types: 'cost' })).toEqual([{ ...SPAN, cost: 0.1125 }])
      expect(await pointsOf(kit, EDGE, { ...TODAY, metric_types: '[VOLUME]' })).toEqual([{ ...SPAN, volume: 4 }])
    },
    'filters by everything': async () => {
      const kit = await spent()
      const volume = async (filter: Record<string, string>) =>
        (await pointsOf(kit, EDGE, { ...TODAY, ...filter }))[0]?.volume
      expect(await volume({ country_codes: 'br,US' })).toBe(1)
      expect(await volume({ country_codes: '[US, BR]' })).toBe(1)
      expect(await volume({ pricing_types: 'free_customer_service' })).toBe(1)
      expect(await volume({ pricing_types: '["REGULAR","FREE_CUSTOMER_SERVICE"]' })).toBe(4)
      expect(await volume({ pricing_categories: 'MARKETING_LITE' })).toBe(2)
      expect(await volume({ tiers: '["0:MAX"]' })).toBe(3)
      expect(await volume({ tiers: '0:750000' })).toBeUndefined()
      expect(await volume({ phone_numbers: '["14165550190"]' })).toBe(4)
      expect(await volume({ phone_numbers: '["14165550191"]' })).toBeUndefined()
    },
    'tells a tier only beside country and category': async () => {
      const kit = await spent()
      for (const dimensions of ['TIER,COUNTRY', 'TIER,PRICING_CATEGORY', 'COUNTRY,PRICING_CATEGORY']) {
        const points = await pointsOf(kit, EDGE, { ...TODAY, dimensions })
        expect(points.filter((point) => 'tier' in point)).toEqual([])
      }
    },
    'has the newest first': async () => {
      const kit = await spent()
      await kit.advance('25h')
      await market(kit)
      await kit.advance('1m')
      const points = await pointsOf(kit, EDGE, { ...TODAY, end: NOW + 3 * DAY })
      expect(points).toMatchObject([
        { start: MIDNIGHT + DAY, volume: 1 },
        { start: MIDNIGHT, volume: 4 },
      ])
    },
    'is left out of fields where there is nothing, and empty as an edge': async () => {
      const kit = readyToMeasure()
      expect((await ask(kit, EDGE, TODAY)).body).toEqual({ data: [] })
      expect((await askField(kit, EDGE, TODAY)).body).toEqual({ id: kit.names.waba })
    },
    'counts what arrives on the day of its arrival': async () => {
      const kit = readyToMeasure()
      await market(kit, message({ to: '+14165550104' }))
      await kit.advance('30h')
      expect(await pointsOf(kit, EDGE, { ...TODAY, end: NOW + 2 * DAY })).toEqual([
        { start: MIDNIGHT + DAY, end: MIDNIGHT + 2 * DAY, volume: 1, cost: 0.025 },
      ])
    },
  },
  {
    analytics_lookback_exceeded: () => ask(readyToMeasure(), EDGE, { ...TODAY, start: NOW - 368 * DAY }),
    analytics_range_invalid: () => ask(readyToMeasure(), EDGE, { ...TODAY, end: MIDNIGHT - 1 }),
    analytics_month_incomplete: () => ask(readyToMeasure(), EDGE, { ...TODAY, granularity: 'MONTHLY' }),
  },
)

const sent = fc.record({
  by: fc.constantFrom(market, send),
  country: fc.constantFrom('1416', '551195', '4930', '91981'),
  habit: fc.constantFrom(...(Object.keys(habits) as HabitName[])),
  wait: fc.constantFrom('1s', '20m', '7h', '26h'),
})

test('whatever is sent, volumes are the arrivals that webhooks told, and costs those of the messages', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(sent, { minLength: 1, maxLength: 8 }), async (sends) => {
      const kit = readyToMeasure()
      const receiver = await hear(kit)
      for (const { by, country, habit, wait } of sends) {
        await by(kit, message({ to: `+${country}555${habits[habit].number}` }))
        await kit.advance(wait)
      }
      await kit.advance('62d')
      const arrived = statuses(receiver).filter(({ status }) => ['delivered', 'read'].includes(status))
      const messages = kit.world().traffic.messages.list()
      const told = {
        volume: new Set(arrived.map(({ id }) => id)).size,
        cost: messages.reduce((sum, { cost = 0 }) => sum + cost, 0),
      }
      for (const granularity of ['HALF_HOUR', 'DAILY', 'MONTHLY']) {
        for (const dimensions of ['[]', ALL]) {
          const asked = { start: MIDNIGHT - 10 * DAY, end: NOW + 70 * DAY, granularity, dimensions }
          const points = (await ask(kit, EDGE, asked)).body.data[0]?.data_points ?? []
          const sum = (name: string) =>
            points.reduce((all: number, point: Record<string, number>) => all + (point[name] ?? 0), 0)
          expect(sum('volume')).toBe(told.volume)
          expect(sum('cost')).toBeCloseTo(told.cost, 5)
        }
      }
    }),
    { numRuns: 12 },
  )
})
