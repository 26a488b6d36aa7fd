import * as of from '../../contracts/operations/insights.ts'
import { type Context, implement } from '../implement.ts'
import { askFor, makeReport } from '../insights/make-report.ts'
import { type InsightsPage, insightsPage } from '../insights/pages.ts'
import type { Work } from '../insights/slices.ts'
import type { InsightsNode } from '../insights/subjects.ts'
import { beginRun } from '../model/report-run.ts'

type On<C, N extends InsightsNode> = Omit<C, 'node'> & { readonly node: N }
type Reading = On<Context<typeof of.getAdAccountInsights>, InsightsNode>
type Running = On<Context<typeof of.createAdAccountReportRun>, InsightsNode>
type Begun = { report_run_id: string }

/** A file is made by a report run, however it is asked for. @see sources insights-reference */
function read({ node, params, world, page, fail }: Reading): Work<InsightsPage> | Begun {
  const ask = askFor(world, node, params, fail)
  if (params.export_format) return { report_run_id: beginRun(world, node, ask, params).id }
  const report = makeReport(world, node, ask)
  const most = world.limits?.insightsRows
  if (most !== undefined && report.cells.length > most) {
    fail('insights_too_much_data', `the call comes to ${report.cells.length} rows; ${most} are given at once`)
  }
  return insightsPage(report, ask.fields, page)
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
