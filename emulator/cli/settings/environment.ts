import type { Command, Option } from 'commander'

/**
 * A variable for each option of serve: `--graph-date` is `MMGRAPH_GRAPH_DATE`. The other commands have `MMGRAPH_CONFIG`
 * alone, as their options are about one call and not about where it is made.
 * @returns undefined where the option has none
 */
export function variableOf(command: Command, option: Option): string | undefined {
  const name = option.attributeName()
  const isAny = name === 'config' || (command.name() === 'serve' && name !== 'json')
  return isAny ? `MMGRAPH_${option.name().replaceAll('-', '_').toUpperCase()}` : undefined
}

/** Variables that a command reads where its option is needed: they are secrets that no command line should show. */
export const secretVariables = {
  MMGRAPH_CONTROL_TOKEN: '`--control-token` of play, record and verify, where they talk to an emulator',
  MMGRAPH_APP_SECRET: '`--secret` of receiver',
  MMGRAPH_VERIFY_TOKEN: '`--verify-token` of receiver',
} as const

/** The value of such a variable; undefined where it is absent or empty. */
export function secretVariable(name: keyof typeof secretVariables): string | undefined {
  return process.env[name] || undefined
}
