import { type Command, Option } from 'commander'
import type { CheckCommand } from '../check.ts'
import { jobsNumber, manyNumber, nameList, notEmpty, realTime } from '../options.ts'
import { withReports } from '../report-options.ts'

/** What only this command needs is loaded when it is called: a start of the emulator does not wait for it. */
export function addCheck(program: Command): void {
  const check = program
    .command('check')
    .description('run a test command against an emulator of its own, and report what its calls get wrong')
    .argument('<command...>', 'the command, after --: mmgraph check -- npm test')
    .option('--world <name|file...>', 'worlds to begin with; ready-to-send where nothing says otherwise')
    .option('--timeout <duration>', 'how long the command may take, like 90s; 10m where absent', realTime)
    .addOption(
      new Option('--fail-on <severity>', 'the least severity of findings that fails')
        .choices(['error', 'warning', 'note'])
        .default('warning'),
    )
    .option('--rulings <all|name,...>', 'once more for each other side of the rulings that its calls touch', nameList)
    .option('--tour', 'once more for each documented error of each operation that it calls')
    .option('--only-errors <name,...>', 'the errors that the tour keeps to', nameList)
    .option('--most <number>', 'the most errors that the tour tries', manyNumber, 100)
    .option('--keep <file>', 'write what the client sends and reads, for mmgraph upgrade', notEmpty)
    .option('--jobs <number>', 'how many run at a time with --rulings and --tour', jobsNumber, 4)
  withReports(check).action(async (words: string[], options: CheckCommand, command: Command) => {
    const { checkCommand } = await import('../check.ts')
    return checkCommand(words, options, command)
  })
}
