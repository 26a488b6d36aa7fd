// Does a send cost the same after a million as after a thousand, and what does a message weigh that is kept? In one
// process, without HTTP, so that nothing else is measured. argv: how many to send.
import { createEmulator } from '../dist/emulator/emulator.js'

const TOTAL = Number(process.argv[2] ?? 1_000_000)
const WINDOW = 1000

const emulator = createEmulator({ worlds: ['ready-to-send'], limits: 'off' })
const [{ world, clock }] = emulator.worlds.list()
const url = `http://127.0.0.1/v25.0/${world.names.phone}/marketing_messages`
const headers = { authorization: `Bearer ${world.tokenNames.client_business}`, 'content-type': 'application/json' }
let sent = 0

async function send() {
  sent += 1
  const to = `+1416${2_000_000 + (sent % 7_999_999)}`
  const template = { name: 'spring_sale', language: { code: 'en_US' } }
  const body = JSON.stringify({ messaging_product: 'whatsapp', to, type: 'template', template })
  const response = await emulator.fetch(new Request(url, { method: 'POST', headers, body }))
  if (response.status !== 200) throw new Error(`send ${sent} was answered with ${response.status}`)
}

/** Microseconds for each of a thousand sends, their statuses not counted. */
async function timeOfWindow() {
  const began = performance.now()
  for (let count = 0; count < WINDOW; count += 1) await send()
  const took = ((performance.now() - began) * 1000) / WINDOW
  await clock.advance(2000)
  return took
}

const heap = () => {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed
}

const before = heap()
const times = []
while (sent < TOTAL) times.push(await timeOfWindow())
const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]
// The first windows are those in which the code is not yet compiled.
const [early, late] = [median(times.slice(3, 23)), median(times.slice(-20))]
const kept = world.traffic.messages.size
process.stdout.write(
  `${JSON.stringify({ sent, early, late, kept, bytesEach: Math.round((heap() - before) / kept) })}\n`,
)
emulator.close()
