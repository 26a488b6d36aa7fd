import { type Command, Option } from 'commander'
import { day, notEmpty, portNumber, unused } from '../options.ts'
import type { ServeOptions } from '../serve.ts'

export function addServe(program: Command): void {
  program
    .command('serve', { isDefault: true })
    .description('start the emulator and print its ids, tokens and first calls')
    .option('--port <number>', 'port to listen on; 0 picks a free one', portNumber, 4020)
    .option('--host <address>', 'address to listen on', notEmpty, '127.0.0.1')
    .option('--world <name|file...>', 'worlds to begin with: names, world files, or exports', [
      'partner-with-obo-client',
      'ready-to-send',
    ])
    .addOption(
      new Option('--clock <mode>', 'running follows real time; still moves when told to')
        .choices(['running', 'still'])
        .default('running'),
    )
    .option('--graph-date <day>', "the day whose Graph versions live, as 2026-08-01; the world's own where absent", day)
    .addOption(
      new Option('--limits <mode>', 'off refuses nobody for calling too often').choices(['on', 'off']).default('on'),
    )
    .option('--allow-callback <host...>', 'hosts beside loopback that webhooks may be posted to', [])
    .option(
      '--control-token <token>',
      'what callers of /_mmgraph must show; they may then come from other machines',
      notEmpty,
    )
    .option(
      '--drop-unused <duration>',
      'drop a world that nobody calls for so long, but those of --world; or off. 1h where absent, off with --state',
      unused,
    )
    .option('--journal', 'keep the inputs of each world from its beginning, for replay and record')
    .option('--state <file>', 'keep the worlds in a file, and go on from it at the next start: docs/state.md', notEmpty)
    .option('--json', 'print one line of JSON and nothing else')
    .action(async (options: ServeOptions) => {
      const { serve } = await import('../serve.ts')
      return serve(options)
    })
}
