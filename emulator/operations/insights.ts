import * as of from '../../contracts/operations/insights.ts'
import { type Context, implement } from '../implement.ts'
import { cellsOf } from '../insights/cells.ts'
import { askFor, makeReport } from '../insights/make-report.ts'
import { type InsightsPage, insightsPage } from '../insights/pages.ts'
import { type Report, rowsOf } from '../insights/report.ts'
import type { Work } from '../insights/slices.ts'
import type { InsightsNode } from '../insights/subjects.ts'
import { beginRun } from '../model/report-run.ts'

type On<C, N extends InsightsNode> = Omit<C, 'node'> & { readonly node: N }
type Reading = On<Context<typeof of.getAdAccountInsights>, InsightsNode>
type Running = On<Context<typeof of.createAdAccountReportRun>, InsightsNode>
type Begun = { report_run_id: string }

/** A file is made by a report run, however it is asked for. @see sources insights-reference */
function read({ node, params, world, page, note, fail }: Reading): Work<InsightsPage> | Begun {
  const ask = askFor(world, node, params, fail)
  if (params.export_format) return { report_run_id: beginRun(world, node, ask, params).id }
  if (endsYesterday(params)) note('the days end yesterday, as nothing else was asked for; date_preset=today is for now')
  return pageOf(makeReport(world, node, ask), world.limits?.insightsRows, page, fail)
}

/** A newcomer who has just sent something learns here why it is not there yet. */
function endsYesterday({ date_preset, time_range, time_ranges }: Reading['params']): boolean {
  return date_preset === undefined && time_range === undefined && time_ranges === undefined
}

function* pageOf(
  report: Report,
  most: number | undefined,
  page: Reading['page'],
  fail: Reading['fail'],
): Work<InsightsPage> {
  const cells = yield* cellsOf(report.subjects, report.ask.pieces)
  if (most !== undefined && cells.length > most) {
    fail('insights_too_much_data', `the call comes to ${cells.length} rows; ${most} are given at once`)
  }
  return yield* insightsPage(report, yield* rowsOf(report, cells), report.ask.fields, page)
}

function begin({ node, params, world, fail }: Running): Begun {
  return { report_run_id: beginRun(world, node, askFor(world, node, params, fail), params).id }
}

export const getAdAccountInsights = implement(of.getAdAccountInsights, read)
export const getCampaignInsights = implement(of.getCampaignInsights, read)
export const getAdSetInsights = implement(of.getAdSetInsights, read)
export const getAdInsights = implement(of.getAdInsights, read)

export const createAdAccountReportRun = implement(of.createAdAccountReportRun, begin)
export const createCampaignReportRun = implement(of.createCampaignReportRun, begin)
export const createAdSetReportRun = implement(of.createAdSetReportRun, begin)
export const createAdReportRun = implement(of.createAdReportRun, begin)
