// npm run bench: times in one run on one machine, and their ratio to a bare Hono app. Nothing here is asserted.
// Server and load run on different cores where taskset is there.
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { at, median, onCore, pinned, start, startOn, stop, toldBy } from './processes.js'

const MMGRAPH = [
  at('../dist/emulator/cli/main.js'),
  'serve',
  '--port',
  '0',
  '--json',
  '--clock',
  'still',
  '--limits',
  'off',
]
const MMGRAPH_RUNNING = [...MMGRAPH.slice(0, -4), '--limits', 'off', '--world']
const BARE_JSON = at('./bare-json.js')
const SEND_LOAD = at('./send-load.js')
const RECEIVER = at('./receiver.js')
const STEADY_LOAD = at('./steady-load.js')
const STEADY_RATE = 1000
const STEADY_SECONDS = 10
const BARE = [at('./bare-hono.js')]
const AUTOCANNON = createRequire(import.meta.url).resolve('autocannon')
const ROUNDS = 9
const LOAD_ROUNDS = 5
const SECONDS = 3
const CONNECTIONS = 10

/** Milliseconds from the start of the process to its first 200. */
async function coldStart(args, path) {
  const began = performance.now()
  const server = await start(args)
  const response = await fetch(server.url + path)
  await response.text()
  const took = performance.now() - began
  await stop(server)
  if (!response.ok) throw new Error(`${args[0]} answered ${response.status}`)
  return took
}

/** Requests per second that a URL takes. */
async function load(url) {
  const args = [AUTOCANNON, '-c', String(CONNECTIONS), '-d', String(SECONDS), '--json', '-n', url]
  const child = onCore(1, args, { stdio: ['ignore', 'pipe', 'ignore'] })
  let out = ''
  child.stdout.on('data', (part) => {
    out += part
  })
  await once(child, 'close')
  const { requests, non2xx } = JSON.parse(out)
  if (non2xx > 0) throw new Error(`${non2xx} answers of ${url} were not 2xx`)
  return requests.average
}

async function benchColdStart() {
  const times = { ours: [], bare: [] }
  await coldStart(MMGRAPH, '/_mmgraph/health')
  for (let round = 0; round < ROUNDS; round += 1) {
    times.ours.push(await coldStart(MMGRAPH, '/_mmgraph/health'))
    times.bare.push(await coldStart(BARE, '/'))
  }
  const [ours, bare] = [median(times.ours), median(times.bare)]
  const ratio = (ours / bare).toFixed(2)
  console.log(
    `cold start to the first 200: mmgraph ${ours.toFixed(0)} ms, bare Hono ${bare.toFixed(0)} ms, ratio ${ratio}`,
  )
}

/** What a bare server has to answer, so that both write the same bytes. Node adds the rest by itself. */
async function bytesOf(url) {
  return bytesFrom(await fetch(url))
}

async function bytesFrom(response) {
  const headers = Object.fromEntries(response.headers)
  for (const name of ['connection', 'content-length', 'date', 'keep-alive', 'transfer-encoding']) delete headers[name]
  return { headers, body: await response.text() }
}

async function benchRead() {
  const ours = await start(MMGRAPH)
  const { names, tokens } = ours.worlds[0]
  const path = `/v24.0/${names.shared_account}?fields=id,name&access_token=${tokens.partner_system_user}`
  const url = ours.url + path
  const bare = await start([...BARE, JSON.stringify(await bytesOf(url))])
  const rates = { ours: [], bare: [] }
  await load(url)
  for (let round = 0; round < LOAD_ROUNDS; round += 1) {
    rates.ours.push(await load(url))
    rates.bare.push(await load(bare.url + path))
  }
  await Promise.all([stop(ours), stop(bare)])
  const [mine, least] = [median(rates.ours), median(rates.bare)]
  const ratio = ((mine / least) * 100).toFixed(0)
  console.log(
    `GET /{waba}?fields=id,name: mmgraph ${mine.toFixed(0)}/s, bare Hono ${least.toFixed(0)}/s, ratio ${ratio} %`,
  )
}

/** Sends per second: full validation and state, against parsing the same JSON and answering as many bytes. */
async function benchSend() {
  const ours = await start([...MMGRAPH_RUNNING, 'ready-to-send'])
  const { names, people, tokens } = ours.worlds[0]
  const path = `/v25.0/${names.phone}/marketing_messages`
  const token = tokens.client_business
  const bare = await start([BARE_JSON, JSON.stringify(await bytesOfSend(ours.url + path, token, people.recipient))])
  const rates = { ours: [], bare: [] }
  await sends(ours.url + path, token)
  for (let round = 0; round < LOAD_ROUNDS; round += 1) {
    rates.ours.push(await sends(ours.url + path, token))
    rates.bare.push(await sends(bare.url + path, token))
  }
  await Promise.all([stop(ours), stop(bare)])
  const [mine, least] = [median(rates.ours), median(rates.bare)]
  const ratio = ((mine / least) * 100).toFixed(0)
  console.log(
    `POST /{phone}/marketing_messages: mmgraph ${mine.toFixed(0)}/s, bare Hono with JSON ${least.toFixed(0)}/s, ratio ${ratio} %`,
  )
}

async function sends(url, token) {
  const child = onCore(1, [SEND_LOAD, url, token, String(SECONDS), String(CONNECTIONS), 'birthday_offer'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  let out = ''
  child.stdout.on('data', (part) => {
    out += part
  })
  await once(child, 'close')
  const { rate, non2xx } = JSON.parse(out)
  if (non2xx > 0) throw new Error(`${non2xx} answers of ${url} were not 2xx`)
  return rate
}

async function bytesOfSend(url, token, to) {
  const template = { name: 'spring_sale', language: { code: 'en_US' } }
  const body = JSON.stringify({ messaging_product: 'whatsapp', to, type: 'template', template })
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  return bytesFrom(await fetch(url, { method: 'POST', headers, body }))
}

/** A steady thousand sends a second, three signed statuses each, to a receiver on loopback that shares the core of the load. */
async function benchWebhooks() {
  const ours = await start([...MMGRAPH_RUNNING, 'ready-to-send'])
  const { names, tokens, secrets } = ours.worlds[0]
  const receiver = await startOn(1, [RECEIVER, secrets.app])
  await post(`${ours.url}/v25.0/${names.app}/subscriptions`, tokens.app, {
    object: 'whatsapp_business_account',
    callback_url: receiver.url,
    verify_token: 'any',
    fields: ['messages'],
  })
  await post(`${ours.url}/v25.0/${names.waba}/subscribed_apps`, tokens.client_business, {})
  const url = `${ours.url}/v25.0/${names.phone}/marketing_messages`
  const load = onCore(1, [STEADY_LOAD, url, tokens.client_business, String(STEADY_RATE), String(STEADY_SECONDS)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let out = ''
  load.stdout.on('data', (part) => {
    out += part
  })
  await once(load, 'close')
  const { taken, lastAt } = JSON.parse(out)
  const counted = await untilCounted(receiver.url, taken * 3)
  await Promise.all([stop(ours), stop(receiver)])
  console.log(
    `${taken} sends at ${STEADY_RATE}/s: ${counted.different} of ${taken * 3} signed statuses heard, ${counted.bad} badly signed, the last ${counted.lastAt - lastAt} ms after the last send`,
  )
}

async function post(url, token, body) {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`)
}

async function untilCounted(url, wanted) {
  for (let looked = 0; ; looked += 1) {
    const counted = await (await fetch(`${url}/count`)).json()
    if (counted.different >= wanted || looked === 120) return counted
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
}

/** The last of a million sends against the first thousands, and what a kept message weighs. */
async function benchGrowth() {
  const told = await toldBy(0, ['--expose-gc', at('./growth.js')])
  const { sent, early, late, kept, bytesEach, insights } = told
  const ratio = (late / early).toFixed(2)
  console.log(
    `send ${sent}: ${late.toFixed(0)} us, the first thousands ${early.toFixed(0)} us, ratio ${ratio}; ${kept} messages kept, ${bytesEach} bytes each with all there is`,
  )
  console.log(
    `Insights of one template over 37 months by day after ${sent} messages: ${insights.many.toFixed(1)} ms, of a world with ten thousand ${insights.few.toFixed(1)} ms, ratio ${(insights.many / insights.few).toFixed(2)}`,
  )
}

const INSIGHTS = {
  idle: 'nothing but the sends',
  page25: 'a page of 25',
  page5000: 'a page of 5000',
  sorted: 'a page of 5000, sorted by spend',
  filtered: 'a page of 5000, filtered by spend',
  summary: 'a page of 5000, with default_summary',
  buttons: 'a page of 5000, broken down by buttons',
  allDays: 'each template, all days',
  monthly: 'each template by month',
  accountAllDays: 'the account, all days',
  accountMonthly: 'the account by month',
  accountByDay: 'the account by day',
  allPages: 'all pages of 5000',
  run: 'a report run until it is complete',
  runPage: 'a page of 5000 of the run',
  runPages: 'all pages of 5000 of the run',
  csv: 'the run as csv',
  xls: 'the run as xls',
}

/** Insights over 37 months by day for 200 templates, while somebody sends a hundred messages a second. */
async function benchInsights() {
  const results = await toldBy(1, [at('./insights.js')])
  console.log(
    'Insights, 200 templates over 37 months by day: time / longest stall of the event loop / longest wait of a send',
  )
  for (const [name, says] of Object.entries(INSIGHTS)) {
    const { ms, stall, wait } = results[name]
    console.log(`  ${says}: ${ms.toFixed(0)} / ${stall.toFixed(0)} / ${wait.toFixed(0)} ms`)
  }
}

console.log(
  `Node ${process.version}, medians, in turn; server and load ${pinned ? 'on different cores' : 'not pinned'}`,
)
await benchColdStart()
await benchRead()
await benchSend()
await benchWebhooks()
await benchGrowth()
await benchInsights()
