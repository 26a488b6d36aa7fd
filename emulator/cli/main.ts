#!/usr/bin/env node
import './compile-cache.ts'
import { Command } from 'commander'
import { version } from '../version.ts'
import { addCheck } from './commands/check.ts'
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
import { watchOutput } from './output.ts'
import { refuseUnknown } from './unknown-command.ts'

const program = new Command('mmgraph')
  .description("A local Graph API for Meta's Marketing Messages API for WhatsApp")
  .version(version)
  .showSuggestionAfterError()
  .addHelpText('after', '\nnpm start is serve; its options: npm start -- serve --help')
  .showHelpAfterError('(--help lists what there is)')

addServe(program)
addDemo(program)
addPlay(program)
addRecord(program)
addReplay(program)
addOpenApi(program)
addPostman(program)
addContracts(program)
addCheck(program)
addReceiver(program)
addUpgrade(program)
addDrift(program)
addVerify(program)

watchOutput()
refuseUnknown(program, process.argv[2])
await program.parseAsync()
