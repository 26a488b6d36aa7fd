// node bench/play.js, after npm run build: milliseconds for a scenario with a message and thirty days of waiting, from its text to its verdict.
// Nothing here is asserted.
import { inProcess } from '../dist/emulator/cli/in-process.js'
import { play } from '../dist/scenarios/play.js'
import { readScenario } from '../dist/scenarios/read.js'

const TEXT = `
title: A month after a message
world: ready-to-send
hears: { app: [messages] }
steps:
  - { call: "POST /{waba}/subscribed_apps", as: client_business }
  - call: POST /{phone}/marketing_messages
    as: client_business
    body: { messaging_product: whatsapp, to: "{recipient}", type: template, template: { name: spring_sale, language: { code: en_US } } }
  - { wait: 30d, webhook: { field: messages, times: 3 } }
`
const ROUNDS = 21

async function once() {
  const start = performance.now()
  const { target, close } = inProcess()
  const { steps, broken } = await play(
    readScenario('month.yaml', { read: () => TEXT, resolve: String }),
    'month',
    target,
  )
  close()
  const bad = steps.find(({ outcome }) => outcome.status !== 'ok')
  if (broken || bad) throw new Error(broken ?? bad.outcome.why)
  return performance.now() - start
}

const first = await once()
const times = []
while (times.length < ROUNDS) times.push(await once())
times.sort((a, b) => a - b)
console.log(`first ${first.toFixed(0)} ms, then ${times[(ROUNDS - 1) / 2].toFixed(1)} ms (median of ${ROUNDS})`)
