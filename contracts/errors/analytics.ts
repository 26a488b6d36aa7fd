import { cloud } from './cloud.ts'
import type { ErrorDefinition } from './definition.ts'

const invalid = { status: 400, type: 'OAuthException', code: 100, message: 'Invalid parameter' } as const
const ours = { status: 400, type: 'OAuthException', code: 100, basis: 'assumed' } as const

/** Errors of the analytics of an account. */
export const analyticsErrors = {
  template_insights_unavailable: {
    ...cloud(
      200005,
      'Template Insights unavailable',
      'Template insights are not available yet for this WhatsApp Business account.',
    ),
    assumes: 'How the texts of the page are spread.',
  },
  template_insights_not_enabled: {
    status: 500,
    type: 'OAuthException',
    code: 1,
    subcode: 4182004,
    message: 'An unknown error occurred',
    data: 'Template Insights have not been enabled for this WhatsApp Business Account.',
    basis: 'observed',
    sources: ['capture-template-insights-disabled', 'error-codes: 200007'],
    assumes:
      'The HTTP status, which neither capture gives: that of other errors of code 1. How the texts of 200007 are spread.',
    under: {
      'template-insights-disabled': {
        documented: {
          status: 400,
          code: 200007,
          subcode: 0,
          message: '(#200007) Template Insights not enabled',
          data: '',
          details: 'Template Insights have not been enabled for this WhatsApp Business Account',
        },
      },
    },
  },
  insights_product_combination_invalid: {
    ...invalid,
    subcode: 2388077,
    title: 'Insight Invalid Product Type Combination',
    userMessage: 'Unable to query this combination of product types. Please query individually and try again.',
    basis: 'documented',
    sources: ['group-analytics: product_types'],
    assumes: 'That 100 is refused beside others as 103 is, of which the page says it.',
  },
  analytics_month_incomplete: {
    ...invalid,
    subcode: 2388087,
    title: 'Insight time window for monthly data invalid',
    userMessage: 'Too small time window to get monthly granularity data.',
    basis: 'observed',
    sources: ['capture-pricing-analytics', 'capture-monthly-analytics'],
    assumes: 'How small is too small: fewer than 28 days.',
  },
  analytics_lookback_exceeded: {
    ...ours,
    message: '(#100) Param start must not be before <earliest>',
    sources: ['waba-analytics: lookback window'],
    assumes: 'That it is refused and not cut, and the sentence: the page gives the windows and no error.',
  },
  analytics_range_invalid: {
    ...ours,
    message: '(#100) Param end must be later than start',
    sources: ['waba-analytics: start, end'],
    assumes: 'The sentence: no page says what a range without an extent answers.',
  },
  analytics_date_invalid: {
    ...ours,
    message: '(#100) Must be a date representation in the format YYYY-MM-DD',
    sources: ['capture-date-format', 'waba-analytics: use_waba_timezone'],
    assumes: 'That analytics say it as Insights does, of which it was captured.',
  },
} as const satisfies Record<string, ErrorDefinition>
