import { getPricingAnalytics as contract } from '../../contracts/operations/get-pricing-analytics.ts'
import type { Static } from '../../contracts/schema.ts'
import { implement } from '../implement.ts'
import { rangeOf } from '../model/analytics-range.ts'
import { granularityOf } from '../model/buckets.ts'
import { type Labels, lets, phonesOf, pick, volumePoints } from '../model/volume-points.ts'
import type { Volume } from '../world/metrics.ts'

type Params = Static<(typeof contract)['params']>

export const getPricingAnalytics = implement(contract, ({ node, params, world, fail }) => {
  const range = rangeOf(world, params, fail)
  const phones = phonesOf(world, node.id, params.phone_numbers)
  const granularity = granularityOf(params.granularity)
  const names = namesOf(params.dimensions ?? [])
  const points = volumePoints(world, node, { ...range, granularity }, (volume) => {
    const labels = labelsOf(volume, phones.get(volume.phoneId))
    return labels && volume.delivered > 0 && isWanted(labels, params) ? pick(labels, names) : undefined
  })
  const data_points = points.map(({ start, end, labels, delivered, cost }) => ({
    start,
    end,
    ...labels,
    ...(lets(params.metric_types, 'VOLUME') && { volume: delivered }),
    ...(lets(params.metric_types, 'COST') && { cost }),
  }))
  // The newest first, as in the sample of the page.
  return { data: data_points.length > 0 ? [{ data_points: data_points.reverse() }] : [] }
})

/** The tier is told beside country and category alone: it is of the two. @see sources waba-analytics: volume tier */
function namesOf(dimensions: readonly string[]): string[] {
  const hasTier = ['TIER', 'COUNTRY', 'PRICING_CATEGORY'].every((name) => dimensions.includes(name))
  return [
    ...(dimensions.includes('PHONE') ? ['phone_number'] : []),
    ...(dimensions.includes('COUNTRY') ? ['country'] : []),
    ...(hasTier ? ['tier'] : []),
    ...(dimensions.includes('PRICING_TYPE') ? ['pricing_type'] : []),
    ...(dimensions.includes('PRICING_CATEGORY') ? ['pricing_category'] : []),
  ]
}

/** Undefined for what cost nobody anything: it came in, or through a number that the account has no longer. */
function labelsOf({ category, type, country }: Volume, phone_number: string | undefined): Labels | undefined {
  if (category === undefined || phone_number === undefined) return undefined
  const labels = { phone_number, country, pricing_type: type.toUpperCase(), pricing_category: category.toUpperCase() }
  // Rates have one tier each: for marketing by the page, for others assumed, as no list of tiers is kept.
  return type === 'regular' ? { ...labels, tier: '0:MAX' } : labels
}

function isWanted({ country, tier, pricing_type, pricing_category }: Labels, params: Params): boolean {
  const countries = params.country_codes?.map((code) => code.toUpperCase())
  return (
    lets(countries, country) &&
    lets(params.tiers, tier) &&
    lets(params.pricing_types, pricing_type) &&
    lets(params.pricing_categories, pricing_category)
  )
}
