import { reportFailures } from '../../contracts/insights/report-run.ts'
import { noParams } from '../../contracts/shapes.ts'
import { happening } from '../happening.ts'
import { cellsOf, mostCells } from '../insights/cells.ts'
import { makeReport } from '../insights/make-report.ts'
import type { Report } from '../insights/report.ts'
import { atOnce } from '../insights/slices.ts'
import type { InsightsNode } from '../insights/subjects.ts'

const nodes = { run: 'AdReportRun' } as const

/** Cells are only counted where there may be too many. */
function hasMore({ subjects, ask: { pieces } }: Report, most: number): boolean {
  return mostCells(subjects, pieces) > most && atOnce(cellsOf(subjects, pieces)).length > most
}

export const reportRunCompletes = happening(
  {
    name: 'report_run_completes',
    says: 'A report run is complete: its rows are those of this moment',
    nodes,
    params: noParams,
    internal: true,
    sources: ['insights-async'],
  },
  ({ nodes: { run }, world }) => {
    const node = world.get(run.of.type, run.of.id) as InsightsNode | undefined
    if (run.ended || !node) return undefined
    const report = makeReport(world, node, run.ask)
    const isTooLarge = world.limits !== undefined && hasMore(report, world.limits.reportRows)
    if (!isTooLarge) world.reports.keep(run.id, report)
    world.put({ ...run, ended: isTooLarge ? 'report_too_large' : 'completed' })
    return undefined
  },
)

export const reportRunExpires = happening(
  {
    name: 'report_run_expires',
    says: 'A report run is gone, 30 days after it was asked for',
    nodes,
    params: noParams,
    internal: true,
    sources: ['insights-async'],
  },
  ({ nodes: { run }, world }) => {
    world.remove(run)
    world.reports.drop(run.id)
    return undefined
  },
)

export const reportRunFails = happening(
  {
    name: 'report_run_fails',
    says: 'A report run that is under way fails, or is skipped',
    nodes,
    params: {
      type: 'object',
      properties: { because: { enum: [...Object.keys(reportFailures), 'skipped'] } },
    },
    sources: ['insights-async', 'insights-errors'],
  },
  ({ nodes: { run }, params, world, refuse }) => {
    if (run.ended) return refuse(`the run has ended: ${run.ended}`)
    const because = (params.because ?? 'report_failed') as NonNullable<typeof run.ended>
    world.put({ ...run, ended: because })
    return undefined
  },
)
