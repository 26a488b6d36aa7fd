import { expect } from 'vitest'
import { getConversationAnalytics } from '../../contracts/operations/get-conversation-analytics.ts'
import { ask, askField, DAY, MIDNIGHT, NOW, pointsOf, readyToMeasure, under } from '../analytics.ts'
import { proves } from '../operation.ts'
import { market, message, send } from '../sends.ts'

const EDGE = 'conversation_analytics'
const TODAY = { start: MIDNIGHT, end: MIDNIGHT + DAY, granularity: 'DAILY' }
const SPAN = { start: MIDNIGHT, end: MIDNIGHT + DAY }
const ALL = '["CONVERSATION_CATEGORY","CONVERSATION_DIRECTION","CONVERSATION_TYPE","COUNTRY","PHONE"]'

async function talked(kit = readyToMeasure()) {
  await market(kit)
  await market(kit, message({ to: '+5511955550100' }))
  await market(kit, message({ to: '+14165550103' }))
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

proves(
  getConversationAnalytics,
  {
    'has one conversation for each message that arrived': async () => {
      const kit = await talked()
      expect(await pointsOf(kit, EDGE, TODAY)).toEqual([{ ...SPAN, conversation: 3, cost: 0.0875 }])
      const common = {
        ...SPAN,
        conversation: 1,
        phone_number: '14165550190',
        conversation_direction: 'UNKNOWN',
        conversation_type: 'REGULAR',
        conversation_category: 'MARKETING_LITE',
      }
      const service = { conversation_type: 'FREE_TIER', conversation_category: 'SERVICE' }
      const points = await pointsOf(kit, EDGE, { ...TODAY, dimensions: ALL })
      expect(points).toHaveLength(3)
      expect(points).toEqual(
        expect.arrayContaining([
          { ...common, country: 'CA', cost: 0.025 },
          { ...common, country: 'BR', cost: 0.0625 },
          { ...common, country: 'CA', ...service, cost: 0 },
        ]),
      )
    },
    'has none for a message that has not arrived': async () => {
      const kit = readyToMeasure()
      await market(kit, message({ to: '+14165550104' }))
      await kit.advance('1m')
      expect(await pointsOf(kit, EDGE, TODAY)).toEqual([])
    },
    'tells the metric that is asked for alone': async () => {
      const kit = await talked()
      expect(await pointsOf(kit, EDGE, { ...TODAY, metric_types: 'conversation' })).toEqual([
        { ...SPAN, conversation: 3 },
      ])
      expect(await pointsOf(kit, EDGE, { ...TODAY, metric_types: '["COST"]' })).toEqual([{ ...SPAN, cost: 0.0875 }])
    },
    'filters by everything, and by both names of what has two': async () => {
      const kit = await talked()
      const count = async (filter: Record<string, string>) =>
        (await pointsOf(kit, EDGE, { ...TODAY, ...filter }))[0]?.conversation
      expect(await count({ conversation_categories: 'MARKETING_LITE' })).toBe(2)
      expect(await count({ conversation_categories: '["marketing_messages"]' })).toBe(2)
      expect(await count({ conversation_categories: 'MARKETING' })).toBeUndefined()
      expect(await count({ conversation_types: 'FREE_TIER' })).toBe(1)
      expect(await count({ conversation_types: 'FREE_ENTRY' })).toBeUndefined()
      expect(await count({ conversation_directions: '[]' })).toBe(3)
      expect(await count({ conversation_directions: 'UNKNOWN' })).toBe(3)
      expect(await count({ conversation_directions: 'BUSINESS_INITIATED' })).toBeUndefined()
      expect(await count({ country_codes: 'BR' })).toBe(1)
      expect(await count({ phone_numbers: '["14165550191"]' })).toBeUndefined()
      expect(await count({ phone_numbers: '[]' })).toBe(3)
    },
    'counts what came from a free entry point, under both of its names': async () => {
      const kit = readyToMeasure()
      await kit.happens('customer_sends_message', {
        phone: 'phone',
        from: 'recipient',
        type: 'text',
        text: { body: 'Rye?' },
      })
      const rows = kit.world().metrics
      const volume = { phoneId: kit.names.phone ?? '', country: 'CA', kind: 'free-form', category: 'service' } as const
      rows.countVolume(kit.names.waba ?? '', kit.world().now, {
        ...volume,
        type: 'free_entry_point',
        sent: 1,
        delivered: 1,
        cost: 0,
      })
      for (const conversation_types of ['FREE_ENTRY', 'free_entry_point']) {
        const points = await pointsOf(kit, EDGE, { ...TODAY, conversation_types, dimensions: 'CONVERSATION_TYPE' })
        expect(points).toMatchObject([{ conversation: 1, conversation_type: 'FREE_ENTRY_POINT' }])
      }
    },
    'is left out of fields where there is nothing, and empty as an edge': async () => {
      const kit = readyToMeasure()
      expect((await ask(kit, EDGE, TODAY)).body).toEqual({ data: [] })
      expect((await askField(kit, EDGE, TODAY)).body).toEqual({ id: kit.names.waba })
    },
    'ruling conversation-analytics-data: one per message, or none': async () => {
      for (const [side, points] of [
        ['one-per-message', 1],
        ['none', 0],
      ] as const) {
        expect(await pointsOf(await talked(under('conversation-analytics-data', side)), EDGE, TODAY)).toHaveLength(
          points,
        )
      }
    },
  },
  {
    analytics_lookback_exceeded: () => ask(readyToMeasure(), EDGE, { ...TODAY, start: NOW - 368 * DAY }),
    analytics_range_invalid: () => ask(readyToMeasure(), EDGE, { ...TODAY, end: MIDNIGHT }),
    analytics_month_incomplete: () => askField(readyToMeasure(), EDGE, { ...TODAY, granularity: 'MONTHLY' }),
  },
)
