import type { Command } from 'commander'

/** What only this command needs is loaded when it is called: a start of the emulator does not wait for it. */
export function addContracts(program: Command): void {
  program
    .command('contracts')
    .description('print the contracts as JSON: operations, nodes, webhooks, errors, rulings and sources')
    .option('--schemas', 'only the JSON Schemas of parameters, replies and webhooks, in one document')
    .option('--json', 'print one line of JSON and nothing else')
    .action(async ({ schemas, json }: { readonly schemas?: true; readonly json?: true }) => {
      const { catalogue } = await import('../../../contracts/catalogue.ts')
      const { schemaBundle } = await import('../../../contracts/schema-bundle.ts')
      const { printJson } = await import('../print-json.ts')
      printJson(schemas ? schemaBundle() : catalogue(), json)
    })
}
