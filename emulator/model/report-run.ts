import type { ReportStatus } from '../../contracts/insights/report-run.ts'
import { reportFailures } from '../../contracts/insights/report-run.ts'
import type { Ask } from '../insights/ask.ts'
import type { InsightsNode } from '../insights/subjects.ts'
import { accountOfAds } from '../insights/subjects.ts'
import type { AdReportRun } from '../world/report-run.ts'
import type { World } from '../world/world.ts'
import { dateOf } from './calendar.ts'
import { days, seconds } from './time.ts'

/** A run begins and ends a few seconds later, by how much it is about. Assumed: Meta promises no time. */
const STARTS = seconds(1)
const RUNS = seconds(2)
const LEAST = seconds(5)
const ROWS_PER_SECOND = 50_000
/** @see sources insights-async */
const KEPT = days(30)

/** What more is said of a run when it is made. */
export interface RunWishes {
  readonly export_format?: 'csv' | 'xls' | undefined
  readonly export_columns?: readonly string[] | undefined
  readonly export_name?: string | undefined
}

/** Makes a report run, which is complete after some seconds and gone after 30 days. */
export function beginRun(world: World, node: InsightsNode, ask: Ask, wishes: RunWishes): AdReportRun {
  const account = accountOfAds(world, node)
  const most = ask.pieces.length * (ask.level === 'account' ? 1 : world.list('Ad').length)
  const { export_format, export_columns, export_name } = wishes
  const run = world.put({
    nodeType: 'AdReportRun',
    id: world.ids.next(),
    account_id: account.account_id,
    adAccountId: account.id,
    of: { type: node.nodeType, id: node.id },
    ask,
    createdAt: world.now,
    completesAt: world.now + LEAST + seconds(Math.floor(most / ROWS_PER_SECOND)),
    ...(export_name !== undefined && { friendly_name: export_name }),
    ...(export_format && { exportFormat: export_format }),
    ...(export_columns && { exportColumns: export_columns }),
  })
  const due = (at: number, name: string): void => {
    world.schedule({ at, kind: 'happening', name, params: { run: run.id } })
  }
  due(run.completesAt, 'report_run_completes')
  due(run.createdAt + KEPT, 'report_run_expires')
  return run
}

/** @see sources insights-async */
export function statusOfRun({ ended, createdAt, completesAt }: AdReportRun, now: number): ReportStatus {
  if (ended) return ended === 'completed' ? 'Job Completed' : ended === 'skipped' ? 'Job Skipped' : 'Job Failed'
  if (now < createdAt + STARTS) return 'Job Not Started'
  return now < createdAt + RUNS || now >= completesAt ? 'Job Started' : 'Job Running'
}

function percentOf(run: AdReportRun, now: number): number {
  if (run.ended) return run.ended === 'completed' ? 100 : 0
  const share = (now - run.createdAt - RUNS) / (run.completesAt - run.createdAt - RUNS)
  return Math.min(99, Math.max(0, Math.floor(share * 100)))
}

const toldOfFailure =
  (name: keyof (typeof reportFailures)['report_failed']) =>
  ({ ended }: AdReportRun) =>
    ended === 'report_failed' || ended === 'report_too_large' ? reportFailures[ended][name] : undefined

/** Times are seconds. */
export const reportRunFields = {
  async_status: (run: AdReportRun, world: World) => statusOfRun(run, world.now),
  async_percent_completion: (run: AdReportRun, world: World) => percentOf(run, world.now),
  is_running: ({ ended }: AdReportRun) => !ended,
  time_ref: ({ createdAt }: AdReportRun) => Math.floor(createdAt / 1000),
  time_completed: ({ ended, completesAt }: AdReportRun) =>
    ended === 'completed' ? Math.floor(completesAt / 1000) : undefined,
  date_start: ({ ask }: AdReportRun) => dateOf(ask.days.from),
  date_stop: ({ ask }: AdReportRun) => dateOf(ask.days.to),
  async_report_url: (run: AdReportRun, _: World, __: unknown, origin: string) =>
    run.ended === 'completed' && run.exportFormat
      ? `${origin}/ads/ads_insights/export_report/?report_run_id=${run.id}&format=${run.exportFormat}`
      : undefined,
  is_async_export: ({ exportFormat }: AdReportRun) => (exportFormat ? 1 : 0),
  is_bookmarked: () => false,
  error_code: toldOfFailure('error_code'),
  error_subcode: toldOfFailure('error_subcode'),
  error_message: toldOfFailure('error_message'),
  error_user_title: toldOfFailure('error_user_title'),
  error_user_msg: toldOfFailure('error_user_msg'),
}
