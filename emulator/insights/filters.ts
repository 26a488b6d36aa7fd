import { type FilterOperator, filterOperators } from '../../contracts/filter-operators.ts'
import { type InsightsMetric, insightsMetrics } from '../../contracts/insights/fields.ts'
import { insightsLevels } from '../../contracts/insights/params.ts'
import { lenientJson } from '../../contracts/lenient-json.ts'
import { isRecord, textOf } from '../body.ts'
import { fail as failAny } from '../failure.ts'
import type { InsightsFail } from './ask.ts'

/** One wish of `filtering`: about an ad, or about a number of a row. */
export interface Filter {
  readonly operator: FilterOperator
  readonly value: unknown
  /** `ad.name`: what it is about, and which field of it. */
  readonly of?: { readonly object: string; readonly field: string }
  readonly metric?: InsightsMetric
}

/** The fields of ad objects by which rows can be chosen. */
export const objectFields = [
  'created_time',
  'effective_status',
  'id',
  'name',
  'objective',
  'optimization_goal',
  'updated_time',
] as const

/**
 * Reads `filtering`. Each entry needs its three keys; the operator is looked at before the field, as was measured.
 * @throws Failure insights_filtering_invalid, insights_param_invalid, insights_filter_field_invalid, parameter_required
 */
export function filtersOf(given: unknown, fail: InsightsFail): Filter[] {
  const list = typeof given === 'string' ? (lenientJson(given) ?? given) : (given ?? [])
  if (!Array.isArray(list)) {
    return fail(
      'insights_filtering_invalid',
      'filtering is no array; one is [{"field":"ad.name","operator":"CONTAIN","value":"sale"}]',
    )
  }
  return list.map((entry, at) => filterOf(entry, at, fail))
}

function filterOf(entry: unknown, at: number, fail: InsightsFail): Filter {
  const { field, operator, value } = isRecord(entry) ? entry : {}
  for (const [name, part] of Object.entries({ field, operator, value })) {
    if (part !== undefined) continue
    const param = `filtering[${at}]['${name}']`
    failAny('parameter_required', `${param} is missing`, { param })
  }
  const asked = textOf(operator)?.toUpperCase()
  const known = filterOperators.find((name) => name === asked)
  if (!known) {
    const param = `filtering[${at}][operator]`
    fail('insights_param_invalid', `${param} is '${asked}'`, { param, allowed: filterOperators.join(', ') })
  }
  return { operator: known ?? 'EQUAL', value, ...aboutWhat(textOf(field) ?? '', fail) }
}

/** `ad.name`, `campaign.effective_status`, `ad.impressions`, `spend`. */
function aboutWhat(field: string, fail: InsightsFail): Pick<Filter, 'of' | 'metric'> {
  const [object, name] = field.includes('.') ? field.split('.') : [undefined, field]
  const isObject = object === undefined || insightsLevels.some((level) => level === object)
  const metric = insightsMetrics.find((known) => known === name)
  if (metric && isObject) return { metric }
  if (object !== undefined && isObject && objectFields.some((known) => known === name)) {
    return { of: { object, field: name ?? '' } }
  }
  return fail('insights_filter_field_invalid', `filtering names '${field}'; one is ad.name, or a number like spend`, {
    field,
  })
}
