// npm start, npm run demo: install and build what is needed, then be the command line itself.
import { pathToFileURL } from 'node:url'
import { build, install, root } from './ready.js'

install()
build()
await import(new URL('dist/emulator/cli/main.js', pathToFileURL(root)).href)
