import type { Command } from 'commander'
import { inputNumber } from '../options.ts'
import type { ReplayCommand } from '../replay.ts'

/** What only this command needs is loaded when it is called: a start of the emulator does not wait for it. */
export function addReplay(program: Command): void {
  program
    .command('replay')
    .description('make a world of its journal again, and tell whether it is the same')
    .argument('<journal>', 'a file that GET /_mmgraph/worlds/{id}/journal or play --journals wrote')
    .option('--until <number>', 'the last input that is replayed', inputNumber)
    .option('--json', 'print one line of JSON and nothing else')
    .action(async (journal: string, options: ReplayCommand) => {
      const { replayFile } = await import('../replay.ts')
      return replayFile(journal, options)
    })
}
