import { CannotPlay } from '../../scenarios/stage.ts'
import { driftFromContracts, driftOfVersions } from '../drift/drift.ts'
import { BrokenSpec, readSpec } from '../drift/read-spec.ts'
import { driftText } from './drift-text.ts'
import { type KitReportOptions, tellReport } from './kit-reports.ts'

export interface DriftCommand extends KitReportOptions {
  readonly known?: true
}

/** Compares, and ends the process: 0 nothing new, 1 something is, 2 no spec that can be read. */
export function compareSpecs(spec: string, other: string | undefined, options: DriftCommand): void {
  try {
    const first = readSpec(spec)
    const report = other === undefined ? driftFromContracts(first) : driftOfVersions(first, readSpec(other))
    const text = driftText(report, options.known === true)
    tellReport({ ...report, command: 'mmgraph drift' }, options, { text, file: other ?? spec })
    process.exitCode = report.findings.length > 0 ? 1 : 0
  } catch (error) {
    if (!(error instanceof BrokenSpec || error instanceof CannotPlay)) throw error
    process.stderr.write(`mmgraph: ${error.message}\n`)
    process.exitCode = 2
  }
}
