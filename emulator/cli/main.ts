#!/usr/bin/env node
import { Command, InvalidArgumentError, Option } from 'commander'
import { version } from '../version.ts'
import { demo } from './demo.ts'
import { type PlayCommand, playFiles } from './play.ts'
import { type ReplayCommand, replayFile } from './replay.ts'
import { type ServeOptions, serve } from './serve.ts'

const program = new Command('mmgraph')
  .description("A local Graph API for Meta's Marketing Messages API for WhatsApp")
  .version(version)
  .showSuggestionAfterError()
  .addHelpText('after', '\nnpm start is serve; its options: npm start -- serve --help')
  .showHelpAfterError('(--help lists what there is)')

program
  .command('serve', { isDefault: true })
  .description('start the emulator and print its ids, tokens and first calls')
  .option('--port <number>', 'port to listen on; 0 picks a free one', portNumber, 4020)
  .option('--host <address>', 'address to listen on', notEmpty, '127.0.0.1')
  .option('--world <name|file...>', 'worlds to begin with', ['partner-with-obo-client', 'ready-to-send'])
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
  .option('--journal', 'keep the inputs of each world from its beginning, for replay and record')
  .option('--json', 'print one line of JSON and nothing else')
  .action((options: ServeOptions) => serve(options))

program
  .command('demo')
  .description('play an onboarding from the invitation to the token, with a real webhook receiver')
  .action(() => demo())

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
  .option('--junit <file>', 'write a report for CI servers')
  .option('--html <file>', 'write a report as one page that needs nothing else')
  .option('--watch', 'play again what changes, until Ctrl-C')
  .option('--target <url>', 'a running emulator, or real Graph; an emulator in this process where absent')
  .option('--control-token <token>', 'what the control API of the target asks for', notEmpty)
  .option('--token <name=value>', 'the access token that a step calls by this name, on real Graph', variable, {})
  .option('--env <file>', 'names and tokens for real Graph, as GET /_mmgraph/worlds/{id}/env has them')
  .option('--allow-writes', 'on real Graph make calls that change data, too')
  .option('--journals <folder>', 'write the journals of those that fail, for replay')
  .option('--journals-all', 'journals of those that pass, too')
  .action((files: string[], options: PlayCommand) => playFiles(files, options))

program
  .command('replay')
  .description('make a world of its journal again, and tell whether it is the same')
  .argument('<journal>', 'a file that GET /_mmgraph/worlds/{id}/journal or play --journals wrote')
  .option('--until <number>', 'the last input that is replayed', inputNumber)
  .option('--json', 'print one line of JSON and nothing else')
  .action((journal: string, options: ReplayCommand) => replayFile(journal, options))

await program.parseAsync()

function variable(text: string, known: Record<string, string>): Record<string, string> {
  const [, name, value] = /^([a-z][a-z0-9_]*)=(.*)$/s.exec(text) ?? []
  if (name === undefined || value === undefined) throw new InvalidArgumentError('It must be like name=value.')
  return { ...known, [name]: value }
}

function jobsNumber(text: string): number {
  const jobs = Number(text)
  if (/^\d+$/.test(text) && jobs >= 1 && jobs <= 100) return jobs
  throw new InvalidArgumentError('It must be a number from 1 to 100.')
}

function inputNumber(text: string): number {
  if (/^\d{1,7}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('It must be the number of an input.')
}

function notEmpty(text: string): string {
  if (text.trim()) return text
  throw new InvalidArgumentError('It must not be empty.')
}

function portNumber(text: string): number {
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= 65_535) return port
  throw new InvalidArgumentError('It must be a number from 0 to 65535.')
}

function day(text: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))) return text
  throw new InvalidArgumentError('It must be a day like 2026-08-01.')
}
