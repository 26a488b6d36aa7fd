import { syncBuiltinESMExports } from 'node:module'
import { watchCalls } from './calls.ts'
import { watchChildren } from './children.ts'
import { guardOf } from './environment.ts'
import { guardFetch } from './fetches.ts'
import { tellIn } from './log.ts'
import { redirectNames } from './names.ts'
import { redirectSockets } from './sockets.ts'
import { watchWorkers } from './workers.ts'

// Loaded by `node --import` before a command under `mmgraph check`, and in every node that it starts. It needs node alone.

/** `{"port": 40123, "log": "/tmp/…"}`: where the emulator is, and the file in which to tell what happens. */
const { port, log } = JSON.parse(process.env.MMGRAPH_CHECK ?? '{}') as { readonly port?: number; readonly log?: string }

if (port !== undefined && log !== undefined) {
  const tell = tellIn(log)
  redirectSockets(port, tell)
  redirectNames(tell)
  guardFetch(tell)
  watchCalls(tell)
  const guard = guardOf(import.meta.url)
  watchWorkers(import.meta.url, guard)
  watchChildren(guard)
  // What was imported by name from node:net, node:tls, node:dns, node:http, node:https, node:worker_threads or node:child_process is what stands there now.
  syncBuiltinESMExports()
  tell.loaded()
}
