import type { ErrorDefinition } from './definition.ts'

const invalid = { status: 400, type: 'OAuthException', code: 100 } as const
const observed = (...sources: ErrorDefinition['sources']) => ({ basis: 'observed', sources }) as const

/** What an insights call can be refused for. */
export const insightsErrors = {
  insights_field_unknown: {
    ...invalid,
    message:
      '(#100) <fields> <are> not valid for fields param. please check https://developers.facebook.com/docs/marketing-api/reference/ads-insights/ for all valid values',
    ...observed('capture-insights-field', 'capture-insights-checks'),
  },
  insights_param_invalid: {
    ...invalid,
    message: '(#100) Param <param> must be one of {<allowed>}',
    ...observed('capture-insights-checks', 'capture-listing-filters'),
  },
  insights_value_invalid: {
    ...invalid,
    message: '(#100) <param> must be one of the following values: <allowed>',
    ...observed('capture-insights-checks'),
  },
  insights_breakdowns_invalid: {
    ...invalid,
    message: '(#100) Current combination of data breakdown columns (<columns>) is invalid',
    ...observed('capture-insights-breakdowns'),
  },
  insights_date_invalid: {
    ...invalid,
    message: '(#100) Must be a date representation in the format YYYY-MM-DD',
    ...observed('capture-insights-checks'),
  },
  insights_range_missing: {
    ...invalid,
    message: '(#100) param time_range must be non-empty.',
    ...observed('capture-insights-range'),
  },
  insights_range_reversed: {
    ...invalid,
    message: '(#100) time_range: since must not be after until',
    basis: 'assumed',
    sources: ['insights-reference'],
    assumes: 'No body was found for a range that ends before it begins; code 100 is what bad parameters get.',
  },
  insights_range_too_old: {
    ...invalid,
    code: 3018,
    message: '(#3018) The start date of the time range cannot be beyond 37 months from the current date',
    ...observed('capture-insights-errors'),
  },
  insights_increment_invalid: {
    ...invalid,
    message: '(#100) time_increment must be all_days, monthly or an integer from 1 to 90',
    basis: 'assumed',
    sources: ['insights-reference'],
    assumes: 'The page says what is allowed; no body was found for what is not.',
  },
  insights_filtering_invalid: {
    ...invalid,
    message: '(#100) param filtering must be an array.',
    ...observed('capture-insights-filtering'),
  },
  insights_filter_field_invalid: {
    ...invalid,
    message: '(#100) Filtering field <field> is invalid',
    ...observed('capture-insights-filter-field'),
  },
  insights_sort_invalid: {
    ...invalid,
    message: '(#100) sort must have at most one element, a requested field with _ascending or _descending',
    basis: 'assumed',
    sources: ['insights-reference'],
    assumes: 'The page says what is allowed; no body was found for what is not.',
  },
  insights_summary_missing: {
    ...invalid,
    message:
      '(#100) Cannot include <fields> in summary param because <they> there while creating the report run. All available values are: <available>',
    ...observed('capture-insights-errors', 'capture-insights-summary'),
  },
  insights_run_fields_missing: {
    ...invalid,
    message:
      '(#100) Cannot include <fields> in fields param because <they> there while creating the report run. All available values are: <available>',
    ...observed('capture-insights-run-fields'),
  },
  report_run_not_ready: {
    ...invalid,
    code: 2601,
    subcode: 1815107,
    message: 'Error accessing adreport job.',
    title: 'Loading Async Ads Report Failed',
    userMessage:
      'Sorry, the report cannot be loaded successfully. Please check if your job status is completed instead of failed or running before fetching the data.',
    transient: true,
    ...observed('capture-report-not-ready'),
  },
  insights_without_data: {
    status: 503,
    type: 'OAuthException',
    code: 2,
    subcode: 1504041,
    message: 'Service temporarily unavailable',
    title: 'Invalid Breakdowns',
    userMessage: 'No data is available for the requested metrics and breakdowns. Try different metrics or breakdowns.',
    basis: 'documented',
    sources: ['insights-errors', 'capture-insights-without-data'],
    assumes: 'The HTTP status: that of code 2 elsewhere.',
  },
  insights_too_much_data: {
    ...invalid,
    subcode: 1487534,
    message: 'Invalid parameter',
    title: 'Too Much Data Requested',
    userMessage: 'The call asks for more data than one call may. Ask for less, or use an asynchronous job.',
    basis: 'assumed',
    sources: ['insights-errors: data per call limit'],
    assumes: 'The page names code and subcode; the texts are ours, and how much is too much is a limit of the world.',
  },
} as const satisfies Record<string, ErrorDefinition>

const ours = {
  basis: 'documented',
  sources: ['insights-errors'],
  assumes: 'That what the page calls the title and the text are error_user_title and error_user_msg.',
} as const
const limited = {
  status: 400,
  type: 'OAuthException',
  code: 4,
  message: '(#4) Application request limit reached',
  title: 'Too Many API Requests',
  userMessage: 'Your app has exceeded the allowed number of API requests. Wait before retrying.',
  ...ours,
} as const
const broken = {
  status: 503,
  type: 'OAuthException',
  code: 2,
  message: 'Service temporarily unavailable',
  ...ours,
} as const
const late = {
  title: 'Request Timed Out',
  userMessage: 'Your request timed out. Try a smaller date range, fetch less data, or use async jobs.',
} as const

/** What the page of Insights names and nothing in a world brings about. */
export const insightsFaultErrors = {
  insights_timed_out: { ...invalid, message: 'Invalid parameter', ...late, ...ours, subcode: 1504018 },
  insights_timed_out_again: { ...broken, ...late, subcode: 1504038 },
  insights_requests_exceeded: { ...limited, subcode: 1504022 },
  insights_requests_exceeded_again: { ...limited, subcode: 1504039 },
  insights_custom_metrics_invalid: {
    ...broken,
    subcode: 1504042,
    title: 'Invalid Custom Metrics',
    userMessage: 'The custom metrics are not valid. Try different metrics.',
    basis: 'assumed',
    assumes: 'The page has code, subcode and title; its text was not kept, and this one is ours.',
  },
  insights_intermittent: {
    ...broken,
    subcode: 1504043,
    title: 'Intermittent Error',
    userMessage: 'Your request encountered an intermittent error. Retry at a later time.',
  },
  insights_unknown_error: {
    ...broken,
    subcode: 1504044,
    title: 'Unknown Error Occurred',
    userMessage: 'An unknown error occurred. Retry at a later time.',
    basis: 'assumed',
    assumes: 'The page has code, subcode and title; its text was not kept, and this one is ours.',
  },
  insights_permission_denied: {
    ...invalid,
    message: 'Invalid parameter',
    subcode: 3191001,
    title: 'Permission Error',
    userMessage: 'The Ads Insights API denied your request due to insufficient permissions.',
    ...ours,
  },
  ads_unknown_error: {
    status: 500,
    type: 'OAuthException',
    code: 1150,
    message: '(#1150) An unknown error occurred.',
    basis: 'documented',
    sources: ['ad-references'],
    assumes: 'The HTTP status: that of other unknown errors. That the text of the page is the message.',
  },
  ads_signature_incorrect: {
    status: 400,
    type: 'OAuthException',
    code: 104,
    message: 'Incorrect signature',
    basis: 'documented',
    sources: ['ad-references'],
    assumes:
      'That the text of the page is the message: of code 104 another one was captured, for calls without a token.',
  },
} as const satisfies Record<string, ErrorDefinition>
