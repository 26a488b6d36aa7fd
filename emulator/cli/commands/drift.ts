import type { Command } from 'commander'
import type { DriftCommand } from '../drift.ts'
import { withReports } from '../report-options.ts'

export function addDrift(program: Command): void {
  const drift = program
    .command('drift')
    .description("compare Meta's own description of Graph with the contracts, or two of them with each other")
    .argument('<spec>', 'an OpenAPI file (YAML or JSON), or a folder of SDK specs')
    .argument('[other]', 'a later one, to compare the first with')
    .option('--known', 'tell the known differences one by one, too')
  withReports(drift).action(async (spec: string, other: string | undefined, options: DriftCommand) => {
    const { compareSpecs } = await import('../drift.ts')
    compareSpecs(spec, other, options)
  })
}
