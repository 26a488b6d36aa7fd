import type { Command } from 'commander'
import { httpUrl } from '../options.ts'

/** What only this command needs is loaded when it is called: a start of the emulator does not wait for it. */
export function addPostman(program: Command): void {
  program
    .command('postman')
    .description('print every operation as a collection for Postman (v2.1)')
    .option('--server <url>', 'where it is answered; http://127.0.0.1:4020 where absent', httpUrl)
    .option('--json', 'print one line of JSON and nothing else')
    .action(async ({ server, json }: { readonly server?: string; readonly json?: true }) => {
      const { postmanCollection } = await import('../../postman/collection.ts')
      const { printJson } = await import('../print-json.ts')
      printJson(postmanCollection(server), json)
    })
}
