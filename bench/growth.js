// Do a send and an Insights call cost the same after a million as after thousands, and what does a message weigh that is
// kept? In one process, without HTTP, so that nothing else is measured. argv: how many to send.
import { createEmulator } from '../dist/emulator/emulator.js'
import { PAST, worldWithPast } from './world-with-past.js'

const TOTAL = Number(process.argv[2] ?? 1_000_000)
const WINDOW = 1000
const FEW = 10_000
const CALLS = 51
/** To the day of the sends. */
const RANGE = { ...PAST, until: '2026-03-02' }
const DAYS = (Date.parse(RANGE.until) - Date.parse(RANGE.since)) / 86_400_000 + 1

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]
const heap = () => {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed
}

/** An emulator with a template of 37 months, and how to call it. */
function emulate() {
  const emulator = createEmulator({ worlds: [worldWithPast(1)], limits: 'off' })
  const [{ world, clock }] = emulator.worlds.list()
  const at = `http://127.0.0.1/v25.0/${world.names.phone}/marketing_messages`
  const token = world.tokenNames.client_business
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  let sent = 0

  async function ask(url, more) {
    const response = await emulator.fetch(new Request(url, { headers, ...more }))
    if (response.status !== 200) throw new Error(`after ${sent} sends ${url} was answered with ${response.status}`)
    return response
  }

  async function send() {
    sent += 1
    const to = `+1416${2_000_000 + (sent % 7_999_999)}`
    const template = { name: 'past_campaign_1', language: { code: 'en_US' } }
    const body = JSON.stringify({ messaging_product: 'whatsapp', to, type: 'template', template })
    await ask(at, { method: 'POST', body })
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
    const began = performance.now()
    const response = await ask(asked)
    const took = performance.now() - began
    const { data } = await response.json()
    if (data.length !== DAYS) throw new Error(`Insights gave ${data.length} rows of ${DAYS}`)
    return took
  }

  return { emulator, timeOfWindow, timeOfInsights, sent: () => sent, kept: () => world.traffic.messages.size }
}

/** The same call to a world of few messages and to one of many, in turn. */
async function timesOfInsights(few, many) {
  const times = { few: [], many: [] }
  for (let call = 0; call < CALLS; call += 1) {
    times.few.push(await few.timeOfInsights())
    times.many.push(await many.timeOfInsights())
  }
  return { few: median(times.few), many: median(times.many) }
}

const many = emulate()
const before = heap()
const times = []
while (many.sent() < TOTAL) times.push(await many.timeOfWindow())
// The first windows are those in which the code is not yet compiled.
const [early, late] = [median(times.slice(3, 23)), median(times.slice(-20))]
const kept = many.kept()
const bytesEach = Math.round((heap() - before) / kept)
const few = emulate()
while (few.sent() < FEW) await few.timeOfWindow()
const insights = await timesOfInsights(few, many)
process.stdout.write(`${JSON.stringify({ sent: many.sent(), early, late, kept, bytesEach, insights })}\n`)
few.emulator.close()
many.emulator.close()
