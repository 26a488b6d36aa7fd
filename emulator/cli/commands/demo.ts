import type { Command } from 'commander'

/** What only this command needs is loaded when it is called: a start of the emulator does not wait for it. */
export function addDemo(program: Command): void {
  program
    .command('demo')
    .description('play an onboarding from the invitation to the token, with a real webhook receiver')
    .option('--json', 'print one line of JSON and nothing else')
    .action(async ({ json }: { readonly json?: true }) => {
      const { demo } = await import('../demo.ts')
      return demo(json === true)
    })
}
