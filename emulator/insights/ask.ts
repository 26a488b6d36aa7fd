import type { insightsCallErrors } from '../../contracts/insights/errors.ts'
import { insightsFields } from '../../contracts/insights/fields.ts'
import { insightsFieldsNotBuilt } from '../../contracts/insights/not-built.ts'
import { type InsightsLevel, insightsLevels, type insightsParams } from '../../contracts/insights/params.ts'
import type { Static } from '../../contracts/schema.ts'
import { type Fail, NotBuilt } from '../failure.ts'
import { namedFields, summaryFields } from './ask-fields.ts'
import { breakdownOf } from './breakdowns.ts'
import { daysAsked } from './days-asked.ts'
import { type Filter, filtersOf } from './filters.ts'
import type { DayRange } from './ranges.ts'

export type InsightsParams = Static<typeof insightsParams>
export type InsightsFail = Fail<(typeof insightsCallErrors)[number]>

/** What an insights call asks for, every default filled in. Plain data: a report run keeps it. */
export interface Ask {
  readonly level: InsightsLevel
  /** What each row shall have, in the order asked for; the dates come by themselves. */
  readonly fields: readonly string[]
  /** The days of each row of a subject. */
  readonly pieces: readonly DayRange[]
  /** All days together, for the summary. */
  readonly days: DayRange
  readonly filters: readonly Filter[]
  readonly sort?: { readonly field: string; readonly descending: boolean }
  /** What the summary shall have. */
  readonly summary?: readonly string[]
  /** A row for each button of a template. */
  readonly byButton: boolean
}

/** What the answers to some questions depend on. */
export interface Asked {
  /** The level of the node that was asked. */
  readonly level: InsightsLevel
  /** The number of the day that it is for the account. */
  readonly today: number
  /** The days from the first to the last that have data; undefined where none has. */
  readonly spans: () => DayRange | undefined
}

/** Reads the parameters of an insights call. @throws Failure insights_* */
export function askOf(params: InsightsParams, asked: Asked, fail: InsightsFail): Ask {
  const named = namedFields(params.fields, fail)
  const level = levelOf(params.level ?? asked.level, fail)
  const fields = named ?? defaultFields(level)
  const byButton = breakdownOf(params.breakdowns ?? [], fields, fail)
  const sort = sortOf(params.sort ?? [], fail)
  const summary = summaryFields(params, fields, fail)
  return {
    level,
    fields,
    ...daysAsked(params, asked, fail),
    filters: filtersOf(params.filtering, fail),
    ...(sort && { sort }),
    ...(summary && { summary }),
    byButton,
  }
}

/** Two more that Graph has are of other products. */
const allowedLevels = ['delivery_ad', 'politicalad', 'ad', 'adset', 'campaign', 'account']

function levelOf(level: string, fail: InsightsFail): InsightsLevel {
  const found = insightsLevels.find((known) => known === level)
  if (found) return found
  if (allowedLevels.includes(level)) throw new NotBuilt(`the level ${level} of insights`)
  return fail('insights_param_invalid', `level is '${level}'`, { param: 'level', allowed: allowedLevels.join(', ') })
}

/** The ids go down to the level of the rows. @see sources insights-guide */
function defaultFields(level: InsightsLevel): readonly string[] {
  const ids = insightsLevels.slice(0, insightsLevels.indexOf(level) + 1).map((of) => `${of}_id`)
  return [...ids, 'impressions', 'spend']
}

function sortOf(sort: readonly string[], fail: InsightsFail): Ask['sort'] {
  const [wanted, more] = sort
  if (wanted === undefined) return undefined
  const [, field = '', direction] = /^(\w+?)(?:_(ascending|descending))?$/.exec(wanted) ?? []
  if (insightsFieldsNotBuilt.includes(field) || wanted.startsWith('actions:')) {
    throw new NotBuilt(`sorting insights by ${wanted}`)
  }
  if (more !== undefined || !insightsFields.includes(field)) {
    fail('insights_sort_invalid', `sort is ${JSON.stringify(sort)}; one is ["spend_descending"]`)
  }
  return { field, descending: direction === 'descending' }
}
