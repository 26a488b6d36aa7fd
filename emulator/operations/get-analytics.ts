import { getAnalytics as contract } from '../../contracts/operations/get-analytics.ts'
import { implement } from '../implement.ts'
import { rangeOf } from '../model/analytics-range.ts'
import { granularityOf } from '../model/buckets.ts'
import { lets, phonesOf, volumePoints } from '../model/volume-points.ts'
import type { Volume } from '../world/metrics.ts'

/** What the numbers of `product_types` mean. Of groups there is nothing. @see sources waba-analytics, group-analytics */
const kinds: Readonly<Record<number, Volume['kind']>> = { 0: 'template', 2: 'free-form', 100: 'incoming' }
const incoming: readonly number[] = [100, 103]

export const getAnalytics = implement(contract, ({ node, params, world, fail }) => {
  const range = rangeOf(world, params, fail)
  const { granularity, product_types: types = [] } = params
  if (new Set(types).size > 1 && types.some((type) => incoming.includes(type))) {
    fail(
      'insights_product_combination_invalid',
      `product_types are ${types.join(', ')}: what comes in is asked for alone`,
    )
  }
  const all = world.rulings['analytics-incoming'] === 'counted' ? [0, 2, 100] : [0, 2]
  const wanted = new Set((types.length > 0 ? types : all).map((type) => kinds[type]))
  const phones = phonesOf(world, node.id, params.phone_numbers)
  const asked = params.country_codes?.map((code) => code.toUpperCase()) ?? []
  const met = new Set<string>(asked)
  const points = volumePoints(world, node, { ...range, granularity: granularityOf(granularity) }, (volume) => {
    if (!wanted.has(volume.kind) || !phones.has(volume.phoneId) || !lets(asked, volume.country)) return undefined
    met.add(volume.country)
    return {}
  })
  const data_points = points.map(({ start, end, sent, delivered }) => ({ start, end, sent, delivered }))
  return { data: [{ phone_numbers: [...phones.values()], country_codes: [...met], granularity, data_points }] }
})
