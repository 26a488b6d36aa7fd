import type { Command } from 'commander'
import { notEmpty } from '../options.ts'
import type { RecordCommand } from '../record.ts'

/** What only this command needs is loaded when it is called: a start of the emulator does not wait for it. */
export function addRecord(program: Command): void {
  program
    .command('record')
    .description('write down what was done to a world as a scenario')
    .argument('[journal]', 'a journal in a file; that of a world of a running emulator where absent')
    .option('--target <url>', 'the running emulator (default: http://127.0.0.1:4020)')
    .option('--world <id>', 'the world; the only one with a journal where absent', notEmpty)
    .option('--control-token <token>', 'what the control API of the emulator asks for', notEmpty)
    .option('--begin', 'reset the world and keep its journal from now on; nothing is recorded yet')
    .option('--title <text>', 'one sentence on what the scenario shows', notEmpty)
    .option('--out <file>', 'write the scenario here; to stdout where absent', notEmpty)
    .option('--force', 'write over a file that is there')
    .option('--json', 'print one line of JSON and nothing else')
    .action(async (journal: string | undefined, options: RecordCommand) => {
      const { recordFile } = await import('../record.ts')
      return recordFile(journal, options)
    })
}
