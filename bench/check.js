// node bench/check.js, after npm run build: what the contract kit costs. CPU of judging calls after they were made, beside the
// CPU of the calls themselves, and the time to verify the whole catalogue. Nothing here is asserted.

import { judge } from '../dist/contracts/judge.js'
import { inProcess } from '../dist/emulator/cli/in-process.js'
import { createEmulator } from '../dist/emulator/emulator.js'
import { historyOf } from '../dist/emulator/history.js'
import { verify } from '../dist/emulator/verify/verify.js'
import { changed } from '../dist/emulator/world/change.js'
import { readWorld } from '../dist/emulator/world/load.js'

const CALLS = 10_000
const ROUNDS = 5
const median = (list) => list.toSorted((a, b) => a - b)[(list.length - 1) / 2]

/** Microseconds of CPU. */
async function cpuOf(work) {
  const began = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(began)
  return user + system
}

/** CPU for each call, and for each call that is judged. */
async function once() {
  const emulator = createEmulator({ limits: 'off' })
  const retention = { exchanges: CALLS, deliveries: CALLS }
  emulator.worlds.create('bench', changed(readWorld('ready-to-send').file, { retention }))
  const [{ world }] = emulator.worlds.list()
  const url = `http://127.0.0.1/v25.0/${world.names.phone}/marketing_messages`
  const headers = { authorization: `Bearer ${world.tokenNames.client_business}`, 'content-type': 'application/json' }
  const template = { name: 'spring_sale', language: { code: 'en_US' } }
  const send = async (n) => {
    const body = JSON.stringify({
      messaging_product: 'whatsapp',
      to: `+1416${2_000_000 + n}`,
      type: 'template',
      template,
    })
    const answer = await emulator.fetch(new Request(url, { method: 'POST', headers, body }))
    if (!answer.ok) throw new Error(await answer.text())
  }
  const calls = await cpuOf(async () => {
    for (let n = 0; n < CALLS; n += 1) await send(n)
  })
  const judging = await cpuOf(() => judge(historyOf(world)))
  emulator.close()
  return { calls: calls / CALLS, judging: judging / CALLS }
}

await once()
const rounds = []
while (rounds.length < ROUNDS) rounds.push(await once())
const [calls, judging] = ['calls', 'judging'].map((part) => median(rounds.map((round) => round[part])))
console.log(
  `a send in process: ${calls.toFixed(0)} us of CPU; judging it afterwards: ${judging.toFixed(0)} us, ${((judging / calls) * 100).toFixed(0)} %`,
)

const { target, close } = inProcess()
const options = { version: 'v24.0', allowed: { writes: false }, title: 'an emulator', now: Date.now(), compare: [] }
const began = performance.now()
const { checked, findings } = await verify(target, options)
close()
console.log(
  `verifying the whole catalogue: ${(performance.now() - began).toFixed(0)} ms, ${checked.length} things, ${findings.length} findings`,
)
