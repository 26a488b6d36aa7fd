import { driftFromContracts, driftOfVersions } from '../drift/drift.ts'
import { BrokenSpec, readSpec } from '../drift/read-spec.ts'
import { driftText } from './drift-text.ts'

export interface DriftCommand {
  readonly known?: true
}

/** Compares, and ends the process: 0 nothing new, 1 something is, 2 no spec that can be read. */
export function compareSpecs(spec: string, other: string | undefined, { known }: DriftCommand): void {
  try {
    const first = readSpec(spec)
    const report = other === undefined ? driftFromContracts(first) : driftOfVersions(first, readSpec(other))
    process.stdout.write(`${driftText(report, known === true)}\n`)
    process.exitCode = report.findings.length > 0 ? 1 : 0
  } catch (error) {
    if (!(error instanceof BrokenSpec)) throw error
    process.stderr.write(`mmgraph: ${error.message}\n`)
    process.exitCode = 2
  }
}
