#!/usr/bin/env node
import './compile-cache.ts'
import { watchOutput } from './output.ts'
import { mmgraphProgram } from './program.ts'
import { refuseUnknown } from './unknown-command.ts'

const program = mmgraphProgram()

watchOutput()
refuseUnknown(program, process.argv.slice(2))
await program.parseAsync()
