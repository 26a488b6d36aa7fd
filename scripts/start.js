// npm start, npm run demo: install and build what is needed, then be the command line itself.
import { pathToFileURL } from 'node:url'
import { ready, root } from './ready.js'

ready()
// Paths on the command line are meant from where npm was called.
if (process.env.INIT_CWD) process.chdir(process.env.INIT_CWD)
// npm ends the shell between it and this process, which then would go on alone: it ends when its parent has.
if (process.env.npm_lifecycle_event) {
  const parent = process.ppid
  setInterval(() => process.ppid !== parent && process.exit(0), 300).unref()
}
await import(new URL('dist/emulator/cli/main.js', pathToFileURL(root)).href)
