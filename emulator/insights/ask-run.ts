import type { Fail } from '../failure.ts'
import type { Ask } from './ask.ts'
import { missingOf, namedFields, type SummaryParams, summaryFields } from './ask-fields.ts'

type RunFail = Fail<'insights_field_unknown' | 'insights_run_fields_missing' | 'insights_summary_missing'>

/**
 * The fields and the summary that a call asks of a report run: none but those that the run was made with, and all of them
 * where it names none.
 * @throws Failure insights_field_unknown, insights_run_fields_missing, insights_summary_missing; NotBuilt
 * @see sources published-clients: 30
 */
export function askedOfRun(
  { fields: made }: Ask,
  params: SummaryParams & { readonly fields?: unknown },
  fail: RunFail,
): Pick<Ask, 'fields' | 'summary'> {
  const fields = namedFields(params.fields, fail) ?? made
  const missing = fields.filter((name) => !made.includes(name) && !name.startsWith('date_'))
  if (missing.length > 0) {
    fail('insights_run_fields_missing', `the run was made without ${missing.join(', ')}`, missingOf(missing, made))
  }
  const summary = summaryFields(params, made, fail)
  return { fields, ...(summary && { summary }) }
}
