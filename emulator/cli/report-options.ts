import type { Command } from 'commander'
import { notEmpty } from './options.ts'

/** How a command of the contract kit is asked to tell what it found. */
export interface KitReportOptions {
  readonly verbose?: true
  readonly json?: true
  readonly junit?: string
  readonly sarif?: string
  readonly html?: string
}

/** Gives a command the options that say how it reports. */
export function withReports(command: Command): Command {
  return command
    .option('--verbose', 'tell every finding, what rules are for, and each thing that was checked')
    .option('--json', 'print one line of JSON and nothing else')
    .option('--junit <file>', 'write a report for CI servers', notEmpty)
    .option('--sarif <file>', 'write a report for code hosts and editors', notEmpty)
    .option('--html <file>', 'write a report as one page that needs nothing else', notEmpty)
}
