import type { Command } from 'commander'
import { notEmpty, variable } from '../options.ts'
import { withReports } from '../report-options.ts'
import type { VerifyCommand } from '../verify.ts'

export function addVerify(program: Command): void {
  const verify = program
    .command('verify')
    .description('hold an emulator, or real Graph, to the contracts')
    .argument('[url]', 'a running emulator, or real Graph; an emulator in this process where absent')
    .option('--control-token <token>', 'what the control API of the emulator asks for', notEmpty)
    .option('--real', 'it is Graph itself, whatever its address; graph.facebook.com always is')
    .option('--env <file>', 'names and tokens for real Graph, as GET /_mmgraph/worlds/{id}/env has them')
    .option('--token <name=value>', 'an access token for real Graph, by its name', variable, {})
    .option('--set <name=value>', 'what {name} stands for on real Graph, an id of a node mostly', variable, {})
    .option('--allow-writes', 'on real Graph make calls that change data, too, in the account of --test-account')
    .option('--test-account <id>', 'the WhatsApp Business Account that is there for tests', notEmpty)
    .option('--graph-version <version>', 'the Graph version of the calls', 'v24.0')
    .option('--twin', 'make the same calls in an emulator in this process, and tell what differs')
    .option('--keep <folder>', 'keep the answers without what is secret, or compare with those that are kept')
    .option('--renew', 'with --keep: keep these answers in place of those that are there')
  withReports(verify).action(async (url: string | undefined, options: VerifyCommand) => {
    const { verifyGraph } = await import('../verify.ts')
    return verifyGraph(url, options)
  })
}
