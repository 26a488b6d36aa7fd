/** What an insights call can be refused for, beyond what any call can meet. */
export const insightsCallErrors = [
  'insights_field_unknown',
  'insights_param_invalid',
  'insights_value_invalid',
  'insights_breakdowns_invalid',
  'insights_without_data',
  'insights_date_invalid',
  'insights_range_missing',
  'insights_range_reversed',
  'insights_range_too_old',
  'insights_increment_invalid',
  'insights_filtering_invalid',
  'insights_filter_field_invalid',
  'insights_sort_invalid',
  'insights_summary_missing',
] as const
