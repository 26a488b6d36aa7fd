// Loaded into the processes of a client (node --import), before anything else. It tells which parts of the emulator's
// replies and webhooks are read, and changes nothing of what the client does.
import { installTouch } from './install-touch.ts'

const INSTALLED = Symbol.for('mmgraph.touch')
const file = process.env.MMGRAPH_TOUCHES

if (file && !Reflect.has(globalThis, INSTALLED)) {
  Reflect.set(globalThis, INSTALLED, true)
  installTouch(file)
}
