import { Command } from 'commander'
import { redactText } from '../../contracts/redact.ts'
import { version } from '../version.ts'
import { suggestChoices } from './choices.ts'
import { addCheck } from './commands/check.ts'
import { addCompletion } from './commands/completion.ts'
import { addContracts } from './commands/contracts.ts'
import { addDemo } from './commands/demo.ts'
import { addDrift } from './commands/drift.ts'
import { addOpenApi } from './commands/openapi.ts'
import { addPlay } from './commands/play.ts'
import { addPostman } from './commands/postman.ts'
import { addReceiver } from './commands/receiver.ts'
import { addRecord } from './commands/record.ts'
import { addReplay } from './commands/replay.ts'
import { addServe } from './commands/serve.ts'
import { addUpgrade } from './commands/upgrade.ts'
import { addVerify } from './commands/verify.ts'
import { asksForJson, complain, complaint } from './complaint.ts'
import { usageCode } from './exit-codes.ts'
import { helpBelow } from './help-text.ts'
import { notEmpty } from './options.ts'
import { BrokenConfig } from './settings/broken-config.ts'
import { variableOf } from './settings/environment.ts'

const ADD = [
  addServe,
  addDemo,
  addPlay,
  addRecord,
  addReplay,
  addOpenApi,
  addPostman,
  addContracts,
  addCheck,
  addReceiver,
  addUpgrade,
  addDrift,
  addVerify,
  addCompletion,
]

/** The command line as data: every command with its options. It does nothing until it parses. */
export function mmgraphProgram(): Command {
  const program = new Command('mmgraph')
    .description("A local Graph API for Meta's Marketing Messages API for WhatsApp")
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show what there is')
    .helpCommand('help [command]', 'show the options and examples of a command')
    .configureOutput({
      writeErr: (text) => void (asksForJson(process.argv) || process.stderr.write(text)),
      outputError: (text) => void process.stderr.write(inOneVoice(text)),
    })
    .showSuggestionAfterError()
    .addHelpText('after', '\nnpm start is serve; its options: npm start -- serve --help')
    .showHelpAfterError('(--help lists what there is)')
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : usageCode('')))
  for (const add of ADD) add(program)
  for (const command of program.commands) finish(command)
  return program
}

/** `error: unknown option '--prot'` is said as everything else is, without the secret that an option was given. */
function inOneVoice(text: string): string {
  const told = text
    .replace(/^error: /, '')
    .replace(/(option '--[\w-]*(?:token|secret)\b[^']*' argument) '[\s\S]*' is/, '$1 is')
  return complaint(redactText(told.trimEnd()))
}

/** What every command has in common. */
function finish(command: Command): void {
  if (isHidden(command)) return
  if (!command.options.some((option) => option.long === '--config')) {
    command.option('--config <file>', 'a config file; the nearest mmgraph.config.json where absent', notEmpty)
  }
  for (const option of command.options) {
    suggestChoices(option)
    const variable = variableOf(command, option)
    if (variable) option.description += ` (env: ${variable})`
  }
  const usage = usageCode(command.name())
  command
    .addHelpText('after', helpBelow(command))
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : usage))
    .hook('preAction', async (_, called) => {
      // What reads settings is loaded when a command is called: Tab does not wait for it.
      const { settle } = await import('./settings/settle.ts')
      try {
        settle(called, process.env, process.cwd())
      } catch (error) {
        if (!(error instanceof BrokenConfig)) throw error
        complain(error.message)
        process.exit(usage)
      }
    })
}

/** What shells ask for, and nobody types. */
export const isHidden = (command: Command): boolean => command.name().startsWith('_')
