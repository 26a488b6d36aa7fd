// Do a send and an Insights call cost the same after a million as after thousands, and what does a message weigh that is
// kept? In one process, without HTTP, so that nothing else is measured. argv: how many to send.
import { createEmulator } from '../dist/emulator/emulator.js'
import { PAST, worldWithPast } from './world-with-past.js'

const TOTAL = Number(process.argv[2] ?? 1_000_000)
const WINDOW = 1000
const FEW = 10_000
const CALLS = 51

const emulator = createEmulator({ worlds: [worldWithPast(1)], limits: 'off' })
const [{ world, clock }] = emulator.worlds.list()
const url = `http://127.0.0.1/v25.0/${world.names.phone}/marketing_messages`
const headers = { authorization: `Bearer ${world.tokenNames.client_business}`, 'content-type': 'application/json' }
/** To the day of the sends. */
const RANGE = { ...PAST, until: '2026-03-02' }
const DAYS = (Date.parse(RANGE.until) - Date.parse(RANGE.since)) / 86_400_000 + 1
let sent = 0

function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]
}

async function send() {
  sent += 1
  const to = `+1416${2_000_000 + (sent % 7_999_999)}`
  const template = { name: 'past_campaign_1', language: { code: 'en_US' } }
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

/** Milliseconds that Insights takes to tell 37 months of the template by day. */
async function timeOfInsights() {
  const asked = new URL(`http://127.0.0.1/v25.0/${world.names.ad_account}/insights`)
  const query = { level: 'ad', time_increment: '1', time_range: JSON.stringify(RANGE), limit: '5000' }
  for (const [name, value] of Object.entries(query)) asked.searchParams.set(name, value)
  const times = []
  for (let call = 0; call < CALLS; call += 1) {
    const began = performance.now()
    const response = await emulator.fetch(new Request(asked, { headers }))
    const { data } = await response.json()
    if (data.length < DAYS) throw new Error(`Insights gave ${data.length} rows of ${DAYS}`)
    times.push(performance.now() - began)
  }
  return median(times)
}

const heap = () => {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed
}

const before = heap()
const times = []
while (sent < FEW) times.push(await timeOfWindow())
const insightsEarly = await timeOfInsights()
while (sent < TOTAL) times.push(await timeOfWindow())
const insightsLate = await timeOfInsights()
// The first windows are those in which the code is not yet compiled.
const [early, late] = [median(times.slice(3, 23)), median(times.slice(-20))]
const kept = world.traffic.messages.size
process.stdout.write(
  `${JSON.stringify({ sent, early, late, kept, bytesEach: Math.round((heap() - before) / kept), insightsEarly, insightsLate })}\n`,
)
emulator.close()
