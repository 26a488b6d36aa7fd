import type { Command } from 'commander'
import { jobsNumber, notEmpty, variable } from '../options.ts'
import type { PlayCommand } from '../play.ts'

/** What only this command needs is loaded when it is called: a start of the emulator does not wait for it. */
export function addPlay(program: Command): void {
  program
    .command('play')
    .description('play scenario files, each in a world of its own')
    .argument('<files...>', 'files, folders or patterns like "scenarios/**/*.yaml"')
    .option('--set <name=value>', 'what {name} stands for in the steps; as often as there are names', variable, {})
    .option('--only <text>', 'only scenarios whose title or file has this text')
    .option('--bail', 'end with the first that fails')
    .option('--jobs <number>', 'how many are played at a time', jobsNumber, 4)
    .option('--verbose', 'tell the steps of those that pass, too')
    .option('--json', 'print one line of JSON and nothing else')
    .option('--junit <file>', 'write a report for CI servers', notEmpty)
    .option('--html <file>', 'write a report as one page that needs nothing else', notEmpty)
    .option('--watch', 'play again what changes, until Ctrl-C')
    .option(
      '--target <url>',
      'the origin of a running emulator, or of real Graph; an emulator in this process where absent',
    )
    .option('--real', 'the target is Graph itself, which graph.facebook.com always is')
    .option('--control-token <token>', 'what the control API of the target asks for', notEmpty)
    .option('--token <name=value>', 'the access token that a step calls by this name, on real Graph', variable, {})
    .option('--env <file>', 'names and tokens for real Graph, as GET /_mmgraph/worlds/{id}/env has them')
    .option('--allow-writes', 'on real Graph make calls that change data, too')
    .option('--journals <folder>', 'write the journals of those that fail, for replay')
    .option('--journals-all', 'journals of those that pass, too')
    .action(async (files: string[], options: PlayCommand) => {
      const { playFiles } = await import('../play.ts')
      return playFiles(files, options)
    })
}
