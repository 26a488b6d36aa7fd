// Starts another node, which makes the call.
import { execFileSync } from 'node:child_process'

execFileSync(process.execPath, [new URL('send.mjs', import.meta.url).pathname], { stdio: 'inherit' })
