import type { ReportFailure } from '../../contracts/insights/report-run.ts'
import type { NodeType } from '../../contracts/node.ts'
import type { Ask } from '../insights/ask.ts'

/** A report that is made while its caller waits. Its rows are kept beside the nodes: see `Reports`. */
export interface AdReportRun {
  readonly nodeType: 'AdReportRun'
  readonly id: string
  readonly account_id: string
  readonly adAccountId: string
  /** What it is about. */
  readonly of: { readonly type: NodeType; readonly id: string }
  readonly ask: Ask
  readonly createdAt: number
  readonly completesAt: number
  /** How it ended; absent while it runs. */
  readonly ended?: 'completed' | 'skipped' | ReportFailure
  readonly friendly_name?: string
  readonly exportFormat?: 'csv' | 'xls'
  /** The columns of the file, where somebody chose them. */
  readonly exportColumns?: readonly string[]
}
