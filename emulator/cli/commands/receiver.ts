import type { Command } from 'commander'
import { withReports } from '../kit-reports.ts'
import { listOfIds, moment, notEmpty, rateNumber, reason, secondsNumber, seedWord } from '../options.ts'
import type { ReceiverCommand } from '../receiver.ts'

/** What only this command needs is loaded when it is called: a start of the emulator does not wait for it. */
export function addReceiver(program: Command): void {
  const receiver = program
    .command('receiver')
    .description('drive a webhook receiver, and tell which of its duties it keeps')
    .argument('[url]', 'its callback, as http://127.0.0.1:3000/webhooks')
    .option('--secret <secret>', "the app's secret; MMGRAPH_APP_SECRET or --secret-file keep it from others", notEmpty)
    .option('--secret-file <file>', 'a file with the secret and nothing else', notEmpty)
    .option('--verify-token <token>', 'what handshakes show; MMGRAPH_VERIFY_TOKEN where absent', notEmpty)
    .option('--only <duties>', 'try only these, with commas between', listOfIds)
    .option('--skip <duty=reason>', 'do not try this one, and say why; as often as there are some', reason, {})
    .option('--count <command>', 'a shell command that prints how many messages and statuses were dealt with', notEmpty)
    .option('--rate <number>', 'webhooks a second under load', rateNumber, 1000)
    .option('--seconds <number>', 'how long the load lasts', secondsNumber, 3)
    .option('--seed <word>', 'the same seed sends the same bytes', seedWord, 'mmgraph')
    .option('--at <time>', 'the time in webhooks', moment, Date.parse('2026-03-02T09:00:00Z'))
    .option('--allow-host <host...>', 'hosts beside loopback that may be driven', [])
    .option('--ca <file>', 'a certificate to trust, in PEM: of an https receiver that signs its own', notEmpty)
    .option('--insecure', 'take any certificate of an https receiver')
    .option('--list', 'tell the duties with their sources, and drive nothing')
  withReports(receiver)
    // Words that are wrong are another matter than a receiver that is.
    .exitOverride(({ exitCode }) => process.exit(exitCode && 2))
    .action(async (url: string | undefined, options: ReceiverCommand) => {
      const { driveCommand } = await import('../receiver.ts')
      return driveCommand(url, options)
    })
}
