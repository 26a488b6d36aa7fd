import type { Command } from 'commander'
import { httpUrl } from '../options.ts'

/** What only this command needs is loaded when it is called: a start of the emulator does not wait for it. */
export function addOpenApi(program: Command): void {
  program
    .command('openapi')
    .description('print what is answered as OpenAPI 3.1')
    .option('--server <url>', 'where it is answered; http://127.0.0.1:4020 where absent', httpUrl)
    .option('--json', 'print one line of JSON and nothing else')
    .action(async ({ server, json }: { readonly server?: string; readonly json?: true }) => {
      const { openApi } = await import('../../openapi/document.ts')
      const { printJson } = await import('../print-json.ts')
      printJson(openApi(server), json)
    })
}
