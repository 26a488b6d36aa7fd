// node bench/check.js, after npm run build: what the contract kit costs. CPU of judging calls after they were made, beside the
// CPU of the calls themselves, and the time to verify the whole catalogue. Nothing here is asserted.

import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { judge } from '../dist/contracts/judge.js'
import { inProcess } from '../dist/emulator/cli/in-process.js'
import { createEmulator } from '../dist/emulator/emulator.js'
import { historyOf } from '../dist/emulator/history.js'
import { listen } from '../dist/emulator/server.js'
import { verify } from '../dist/emulator/verify/verify.js'
import { changed } from '../dist/emulator/world/change.js'
import { readWorld } from '../dist/emulator/world/load.js'

const run = promisify(execFile)
const LOAD = fileURLToPath(new URL('send-load.js', import.meta.url))
/** So many calls are kept, and judged. */
const MOST = 10_000
const ROUNDS = 5
const median = (list) => list.toSorted((a, b) => a - b)[(list.length - 1) / 2]

/** Microseconds of CPU. */
async function cpuOf(work) {
  const began = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(began)
  return user + system
}

/** CPU for each send that is served, and for each that is judged when all were made. The client is a process of its own. */
async function once() {
  const emulator = createEmulator({ limits: 'off' })
  const retention = { exchanges: MOST, deliveries: MOST }
  emulator.worlds.create('bench', changed(readWorld('ready-to-send').file, { retention }))
  const [{ world }] = emulator.worlds.list()
  const listening = await listen(emulator, 0, '127.0.0.1')
  const args = [`${listening.url}/v25.0/${world.names.phone}/marketing_messages`, world.tokenNames.client_business, '2']
  const serving = await cpuOf(() => run(process.execPath, [LOAD, ...args]))
  const calls = world.exchanges.last
  const judging = await cpuOf(() => judge(historyOf(world)))
  await listening.close()
  return { serving: serving / calls, judging: judging / Math.min(calls, MOST) }
}

await once()
const rounds = []
while (rounds.length < ROUNDS) rounds.push(await once())
const [serving, judging, share] = [(r) => r.serving, (r) => r.judging, (r) => r.judging / r.serving].map((part) =>
  median(rounds.map(part)),
)
console.log(
  `a send that is served: ${serving.toFixed(0)} us of CPU; judging it afterwards: ${judging.toFixed(1)} us, ${(share * 100).toFixed(1)} % of that`,
)

const { target, close } = inProcess()
const options = { version: 'v24.0', allowed: { writes: false }, title: 'an emulator', now: Date.now(), compare: [] }
const began = performance.now()
const { checked, findings } = await verify(target, options)
close()
console.log(
  `verifying the whole catalogue: ${(performance.now() - began).toFixed(0)} ms, ${checked.length} things, ${findings.length} findings`,
)
