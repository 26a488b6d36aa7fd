import {
  exportReport as exporting,
  getReportRunInsights as reading,
} from '../../contracts/operations/report-run-insights.ts'
import { maySee } from '../authorize.ts'
import { implement } from '../implement.ts'
import { askedOfRun } from '../insights/ask-run.ts'
import { fileOf } from '../insights/file.ts'
import { type InsightsPage, insightsPage } from '../insights/pages.ts'
import { type Report, rowsOfKept } from '../insights/report.ts'
import type { Work } from '../insights/slices.ts'

export const getReportRunInsights = implement(reading, ({ node, params, world, page, fail }) => {
  const report = world.reports.get(node.id)
  if (!report) return fail('report_run_not_ready', `the run is ${node.ended ?? 'under way'}; wait for "Job Completed"`)
  return pageOf(report, askedOfRun(report.ask, params, fail), page)
})

function* pageOf(
  report: Report,
  { fields, ...ask }: ReturnType<typeof askedOfRun>,
  page: Parameters<typeof insightsPage>[3],
): Work<InsightsPage> {
  const rows = yield* rowsOfKept(report)
  return yield* insightsPage({ ...report, ask: { ...report.ask, ...ask } }, rows, fields, page)
}

export const exportReport = implement(exporting, ({ params, session, world, fail }) => {
  const { report_run_id: id, format, name } = params
  const run = world.get('AdReportRun', id)
  if (!run || !maySee(session, run, world)) {
    return fail('object_missing_on_get', `${id} is no report run that this token may see`, { id })
  }
  const report = world.reports.get(id)
  if (!report) return fail('report_run_not_ready', `the run is ${run.ended ?? 'under way'}; wait for "Job Completed"`)
  const fields = run.exportColumns ?? report.ask.fields
  return fileOf(report, fields, format, name ?? run.friendly_name ?? `report_${id}`)
})
