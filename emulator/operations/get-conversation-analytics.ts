import { getConversationAnalytics as contract } from '../../contracts/operations/get-conversation-analytics.ts'
import type { Static } from '../../contracts/schema.ts'
import { implement } from '../implement.ts'
import { rangeOf } from '../model/analytics-range.ts'
import { granularityOf } from '../model/buckets.ts'
import { type Labels, lets, phonesOf, pick, volumePoints } from '../model/volume-points.ts'
import type { Volume } from '../world/metrics.ts'

type Params = Static<(typeof contract)['params']>

/** What each dimension is called in a point, in the order of the samples. */
const names = {
  PHONE: 'phone_number',
  COUNTRY: 'country',
  CONVERSATION_TYPE: 'conversation_type',
  CONVERSATION_DIRECTION: 'conversation_direction',
  CONVERSATION_CATEGORY: 'conversation_category',
} as const
const otherNames: Readonly<Record<string, string>> = {
  MARKETING_MESSAGES: 'MARKETING_LITE',
  FREE_ENTRY: 'FREE_ENTRY_POINT',
}

/** What is free within a customer service window was the free tier: assumed, as nothing else of old prices fits. */
const types = { regular: 'REGULAR', free_entry_point: 'FREE_ENTRY_POINT', free_customer_service: 'FREE_TIER' } as const

export const getConversationAnalytics = implement(contract, ({ node, params, world, fail }) => {
  const range = rangeOf(world, params, fail)
  if (world.rulings['conversation-analytics-data'] === 'none') return { data: [] }
  const phones = phonesOf(world, node.id, params.phone_numbers)
  const granularity = granularityOf(params.granularity)
  const told = Object.entries(names).flatMap(([dimension, name]) =>
    params.dimensions?.includes(dimension as keyof typeof names) ? [name] : [],
  )
  const points = volumePoints(world, node, { ...range, granularity }, (volume) => {
    const labels = labelsOf(volume, phones.get(volume.phoneId))
    return labels && volume.delivered > 0 && isWanted(labels, params) ? pick(labels, told) : undefined
  })
  const data_points = points.map(({ start, end, labels, delivered, cost }) => ({
    start,
    end,
    ...(lets(params.metric_types, 'CONVERSATION') && { conversation: delivered }),
    ...labels,
    ...(lets(params.metric_types, 'COST') && { cost }),
  }))
  return { data: data_points.length > 0 ? [{ data_points }] : [] }
})

/** The direction is not known: of every point in the samples. Undefined for what came in, or through a number that is gone. */
function labelsOf({ category, type, country }: Volume, phone_number: string | undefined): Labels | undefined {
  if (category === undefined || phone_number === undefined) return undefined
  return {
    phone_number,
    country,
    conversation_type: types[type],
    conversation_direction: 'UNKNOWN',
    conversation_category: category.toUpperCase(),
  }
}

function isWanted(labels: Labels, params: Params): boolean {
  const plain = (values: readonly string[] | undefined) => values?.map((value) => otherNames[value] ?? value)
  return (
    lets(
      params.country_codes?.map((code) => code.toUpperCase()),
      labels.country,
    ) &&
    lets(plain(params.conversation_categories), labels.conversation_category) &&
    lets(plain(params.conversation_types), labels.conversation_type) &&
    lets(params.conversation_directions, labels.conversation_direction)
  )
}
