import { Argument, type Command } from 'commander'

/** What only this command needs is loaded when it is called: a start of the emulator does not wait for it. */
export function addCompletion(program: Command): void {
  program
    .command('completion')
    .description('print a script that completes commands and options in a shell')
    .addArgument(new Argument('<shell>', 'which shell it is for').choices(['bash', 'zsh', 'fish']))
    .option('--json', 'print one line of JSON and nothing else')
    .action(async (shell: 'bash' | 'zsh' | 'fish', { json }: { readonly json?: true }) => {
      const { scripts } = await import('../completion/scripts.ts')
      const script = scripts[shell]
      process.stdout.write(json ? `${JSON.stringify({ shell, script })}\n` : script)
    })
  program
    .command('__complete', { hidden: true })
    .argument('<shell>')
    .argument('[words...]')
    .action(async (shell: string, words: readonly string[]) => {
      const { completionLines } = await import('../completion/lines.ts')
      const lines = completionLines(program, shell, words)
      process.stdout.write(lines.map((line) => `${line}\n`).join(''))
    })
}
