import { insightsFields } from '../../contracts/insights/fields.ts'
import { insightsFieldsNotBuilt } from '../../contracts/insights/not-built.ts'
import { type Fail, NotBuilt } from '../failure.ts'
import { parseFields } from '../fields.ts'

type FieldsFail = Fail<'insights_field_unknown'>
type SummaryFail = Fail<'insights_summary_missing'>

/** How a call asks for a summary. */
export interface SummaryParams {
  readonly summary?: readonly string[] | undefined
  readonly default_summary?: boolean | undefined
}

/**
 * The fields that a call names. One that Graph has not fails the whole call. Undefined: it names none.
 * @throws Failure insights_field_unknown; NotBuilt
 */
export function namedFields(fields: unknown, fail: FieldsFail): readonly string[] | undefined {
  const names = parseFields(fields)?.map(({ name }) => name)
  const strange = (names ?? []).filter((name) => !insightsFields.includes(name))
  const unknown = strange.filter((name) => !insightsFieldsNotBuilt.includes(name))
  if (unknown.length > 0) {
    const are = unknown.length > 1 ? 'are' : 'is'
    fail('insights_field_unknown', `Insights has no ${unknown.join(', ')}`, { fields: unknown.join(', '), are })
  }
  if (strange[0] !== undefined) throw new NotBuilt(`the field ${strange[0]} of insights`)
  return names && [...new Set(names)]
}

/** Clients send `summary=true` to every edge; here it names no field. */
const NO_SUMMARY = ['', 'true', 'false', '1', '0']

/** What the summary shall have: none but fields of the rows. Undefined: there is none. @throws Failure insights_summary_missing */
export function summaryFields(
  params: SummaryParams,
  fields: readonly string[],
  fail: SummaryFail,
): readonly string[] | undefined {
  const names = (params.summary ?? []).filter((name) => !NO_SUMMARY.includes(name))
  const missing = names.filter((name) => !fields.includes(name))
  if (missing.length > 0) {
    fail(
      'insights_summary_missing',
      `the summary names ${missing.join(', ')}, which the rows have not`,
      missingOf(missing, fields),
    )
  }
  if (names.length > 0) return names
  return params.default_summary ? fields : undefined
}

/** How Graph tells of names that were not there when a report was made. */
export function missingOf(
  missing: readonly string[],
  fields: readonly string[],
): { fields: string; they: string; available: string } {
  const they = missing.length > 1 ? "they weren't" : "it wasn't"
  return { fields: missing.join(', '), they, available: fields.join(', ') }
}
