/** What the exit code of a command says, by the code. */
export type ExitCodes = Readonly<Record<number, string>>

/** What ends every command that does one thing and has no verdict to tell. */
const done: ExitCodes = { 0: 'it was done', 2: 'it cannot be done: an option, a file or a config file is wrong' }
const interrupted: ExitCodes = { 130: 'SIGINT came', 143: 'SIGTERM came' }

/** By the name of the command. A test holds docs/cli.md to it, and `--help` of each shows it. */
export const exitCodes: Readonly<Record<string, ExitCodes>> = {
  serve: {
    0: 'SIGINT or SIGTERM ended it, and it closed in good order',
    1: 'it cannot start: the port is taken, the host is not of this machine, a world is broken',
    2: 'an option or the config file is wrong',
  },
  demo: done,
  play: {
    0: 'all scenarios passed',
    1: 'one failed',
    2: 'one could not be played, or an option, a file or the config file is wrong',
    ...interrupted,
  },
  record: { 0: 'the scenario passes', 1: 'the scenario was made, and does not pass', 2: 'there is none: it says why' },
  replay: { 0: 'it is the same world', 1: 'it is another world', 2: 'there is no journal that can be read' },
  openapi: done,
  postman: done,
  contracts: done,
  check: {
    0: 'the command ended well, and nothing was found that counts',
    1: 'there are findings: errors and warnings, or what --fail-on says',
    2: 'the command failed',
    3: 'the command ended well and called nothing',
    64: 'it cannot be done: an option, the config file, a world or a template is wrong',
    ...interrupted,
  },
  receiver: { 0: 'the receiver keeps its duties', 1: 'it does not', 2: 'it could not be driven' },
  upgrade: { 0: 'nothing breaks', 1: 'something breaks', 2: 'it cannot be told' },
  drift: { 0: 'nothing is new', 1: 'something differs', 2: 'there is no spec that can be read' },
  verify: { 0: 'nothing is wrong', 1: 'something is wrong', 2: 'it cannot be verified' },
  completion: done,
}

/** What wrong words on the command line of a command end with: 2, but where 2 says something else. */
export function usageCode(command: string): number {
  return command === 'check' ? 64 : 2
}
