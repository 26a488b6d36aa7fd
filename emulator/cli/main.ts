#!/usr/bin/env node
import { Command } from 'commander'
import { version } from '../version.ts'
import { addDemo } from './commands/demo.ts'
import { addDrift } from './commands/drift.ts'
import { addPlay } from './commands/play.ts'
import { addReplay } from './commands/replay.ts'
import { addServe } from './commands/serve.ts'
import { addVerify } from './commands/verify.ts'

const program = new Command('mmgraph')
  .description("A local Graph API for Meta's Marketing Messages API for WhatsApp")
  .version(version)
  .showSuggestionAfterError()
  .addHelpText('after', '\nnpm start is serve; its options: npm start -- serve --help')
  .showHelpAfterError('(--help lists what there is)')

addServe(program)
addDemo(program)
addPlay(program)
addReplay(program)
addDrift(program)
addVerify(program)

await program.parseAsync()
