import { adFilters, adFiltersNotBuilt, type adListParams } from '../../contracts/ad-list.ts'
import type { Static } from '../../contracts/schema.ts'
import { type Fail, NotBuilt } from '../failure.ts'
import type { Ad, AdSet, AnyEntity, Campaign } from '../world/entities.ts'
import type { World } from '../world/world.ts'

type AdEntity = Ad | AdSet | Campaign
type Params = Static<typeof adListParams>
type Filter = NonNullable<Params['filtering']>[number]

/** What filtering needs of a call. */
export interface Filtering {
  readonly world: World
  readonly read: (node: AnyEntity, fields: unknown) => Record<string, unknown>
  readonly fail: Fail<'ads_filter_field_unsupported' | 'ads_filter_operator_unsupported'>
}

/**
 * Those that all filters keep, newest first. What is archived or deleted is left out where no status is asked for.
 * @throws Failure ads_filter_field_unsupported, ads_filter_operator_unsupported; NotBuilt
 * @see sources capture-listing-filters, ad-object-status
 */
export function chosenAds<E extends AdEntity>(
  type: E['nodeType'],
  nodes: readonly E[],
  { effective_status, filtering = [] }: Params,
  by: Filtering,
): readonly E[] {
  const tests = filtering.map((filter) => testOf(type, filter, by))
  const asksStatus = effective_status ?? filtering.find(({ field }) => field.endsWith('status'))
  if (effective_status) tests.push((node) => effective_status.includes(statusOf(node, by)))
  else if (!asksStatus) tests.push((node) => !['ARCHIVED', 'DELETED'].includes(statusOf(node, by)))
  return nodes.filter((node) => tests.every((test) => test(node))).toReversed()
}

const statusOf = (node: AdEntity, { read }: Filtering): string =>
  String(read(node, 'effective_status').effective_status)

/** A field is named alone or after its type, `adset.name`; an ad has those of its ad set and its campaign too. */
function testOf(type: AdEntity['nodeType'], { field, operator, value }: Filter, by: Filtering) {
  const [name = '', prefix = type.toLowerCase(), ...more] = field.split('.').reverse()
  const of = PREFIXES[type].find((known) => known.toLowerCase() === prefix)
  if (of && more.length === 0 && adFiltersNotBuilt.includes(name) && !adFilters[of][name]) {
    throw new NotBuilt(`filtering by ${field}`)
  }
  const operators = of && more.length === 0 ? adFilters[of][name] : undefined
  if (!of || !operators) return by.fail('ads_filter_field_unsupported', `no list is filtered by ${field}`, { field })
  const matches = MATCHES[operator]
  if (!matches || !operators.includes(operator)) {
    const why = `${field} is filtered by ${operators.join(', ')}`
    return by.fail('ads_filter_operator_unsupported', why, { field, operation: operator.toLowerCase() })
  }
  return (node: AdEntity): boolean => matches(String(by.read(partOf(node, of, by.world), name)[name]), value)
}

const PREFIXES = {
  Ad: ['Ad', 'AdSet', 'Campaign'],
  AdSet: ['AdSet', 'Campaign'],
  Campaign: ['Campaign'],
} as const

function partOf(node: AdEntity, type: AdEntity['nodeType'], world: World): AdEntity {
  if (type === 'Campaign' && node.nodeType !== 'Campaign') return world.need('Campaign', node.campaign_id)
  return type === 'AdSet' && node.nodeType === 'Ad' ? world.need('AdSet', node.adset_id) : node
}

const listed = (value: unknown): string[] => [value].flat().map(String)
const contains = (is: string, value: unknown): boolean => is.toLowerCase().includes(String(value).toLowerCase())
const secondsOf = (time: string): number => Date.parse(time) / 1000
const isWithin = (time: string, [from, to]: readonly string[]): boolean =>
  secondsOf(time) >= Number(from) && secondsOf(time) <= Number(to)

/** Times are compared in seconds since 1970. */
const MATCHES: Readonly<Partial<Record<Filter['operator'], (is: string, value: unknown) => boolean>>> = {
  EQUAL: (is, value) => is === String(value),
  NOT_EQUAL: (is, value) => is !== String(value),
  IN: (is, value) => listed(value).includes(is),
  NOT_IN: (is, value) => !listed(value).includes(is),
  CONTAIN: contains,
  NOT_CONTAIN: (is, value) => !contains(is, value),
  GREATER_THAN: (is, value) => secondsOf(is) > Number(value),
  LESS_THAN: (is, value) => secondsOf(is) < Number(value),
  IN_RANGE: (is, value) => isWithin(is, listed(value)),
  NOT_IN_RANGE: (is, value) => !isWithin(is, listed(value)),
}
