import { reportFailures, reportStatuses } from '../insights/report-run.ts'
import { defineNode } from '../node.ts'
import { flag, integer, nodeId, notBuilt, text } from '../shapes.ts'

/** Errors are told from v25.0 on. @see sources insights-errors */
const told = { basis: 'documented', sources: ['insights-errors', 'codegen: AdReportRun'] } as const
const failure = { ...told, since: 'v25.0' } as const

const failures = Object.values(reportFailures)

/** A report that is made while the caller asks for its status. */
export const adReportRun = defineNode({
  type: 'AdReportRun',
  read: 'getAdReportRun',
  permissions: ['ads_read'],
  marketing: true,
  fields: {
    id: { schema: nodeId, default: true },
    account_id: { schema: nodeId, default: true },
    time_ref: { schema: integer, default: true },
    time_completed: { schema: integer, default: true },
    async_status: { schema: { enum: reportStatuses }, default: true },
    async_percent_completion: { schema: { type: 'integer', minimum: 0, maximum: 100 }, default: true },
    is_running: { schema: flag, default: true, basis: 'observed', sources: ['capture-report-not-ready'] },
    date_start: { schema: text, default: true },
    date_stop: { schema: text, default: true },
    async_report_url: { schema: text },
    // The Node SDK of v24.0 asks for this one of them, so it is none that v24.0 refuses. That it is told there is assumed.
    error_code: { schema: { enum: failures.map(({ error_code }) => error_code) }, ...told },
    error_message: { schema: text, ...failure },
    error_subcode: { schema: { enum: failures.map(({ error_subcode }) => error_subcode) }, ...failure },
    error_user_msg: { schema: text, ...failure },
    error_user_title: { schema: text, ...failure },
    friendly_name: { schema: text },
    is_async_export: { schema: { enum: [0, 1] } },
    is_bookmarked: { schema: flag },
    emails: notBuilt,
    schedule_id: notBuilt,
  },
  basis: 'documented',
  sources: ['insights-async', 'codegen: AdReportRun', 'capture-report-not-ready'],
})
