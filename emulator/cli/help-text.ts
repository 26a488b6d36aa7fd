import type { Command } from 'commander'
import { type Example, examples } from './examples.ts'
import { type ExitCodes, exitCodes } from './exit-codes.ts'

/** What stands below the options of a command: its examples and its exit codes. */
export function helpBelow(command: Command): string {
  const own = examples[command.name()] ?? []
  const codes = exitCodes[command.name()] ?? {}
  return [...section('Examples', own.flatMap(exampleLines)), ...section('Exit codes', codeLines(codes))].join('\n')
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length > 0 ? ['', `${title}:`, ...lines] : []
}

const exampleLines = ([line, says]: Example): string[] => [`  # ${says}`, `  ${line}`]

function codeLines(codes: ExitCodes): string[] {
  return Object.entries(codes).map(([code, says]) => `  ${code.padEnd(4)} ${says}`)
}
