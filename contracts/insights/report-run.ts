/** What a report run can be. @see sources insights-async */
export const reportStatuses = [
  'Job Not Started',
  'Job Started',
  'Job Running',
  'Job Completed',
  'Job Failed',
  'Job Skipped',
] as const
export type ReportStatus = (typeof reportStatuses)[number]

/** Why a report run can fail, as its node tells from v25.0 on. @see sources insights-errors, capture-report-failed */
export const reportFailures = {
  report_failed: {
    error_code: -2,
    error_subcode: 2490547,
    error_message: 'Generating the report failed.',
    error_user_title: 'Report Failed',
    error_user_msg: 'Generating the report failed. Try again later.',
  },
  report_too_large: {
    error_code: -3,
    error_subcode: 1504045,
    error_message: 'The report was too large.',
    error_user_title: 'Report Too Large',
    error_user_msg: 'Your report was too large. Check the documentation for guidance and try again.',
  },
} as const
export type ReportFailure = keyof typeof reportFailures
