// Insights over 37 months by day for 200 templates, while somebody sends: how long each call takes, how long the event
// loop of the server stands still meanwhile, and how long a send waits beyond the usual. Prints them as JSON.
import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { at, median, startOn, stop } from './processes.js'
import { PAST, worldWithPast } from './world-with-past.js'

const TEMPLATES = 200
const ROUNDS = Number(process.argv[2] ?? 7)
const SEND_EVERY = 10
const FIELDS = [
  'ad_id',
  'ad_name',
  'campaign_name',
  'impressions',
  'spend',
  'marketing_messages_sent',
  'marketing_messages_delivered',
  'marketing_messages_read',
  'marketing_messages_read_rate',
  'marketing_messages_link_btn_click',
].join(',')
const BY_DAY = { level: 'ad', time_increment: '1', limit: '25' }

const began = performance.now()
const profile = process.env.PROFILE ? ['--cpu-prof', '--cpu-prof-dir', process.env.PROFILE] : []
const server = await startOn(
  0,
  [
    ...profile,
    '--import',
    at('./stalls.js'),
    at('../dist/emulator/cli/main.js'),
    'serve',
    ...['--port', '0', '--json', '--limits', 'off', '--clock', 'running', '--world', worldWithPast(TEMPLATES)],
  ],
  ['ipc'],
)
const build = performance.now() - began
const { names, tokens } = server.worlds[0]
const agent = new Agent({ keepAlive: true })
const insights = `/v25.0/${names.ad_account}/insights`

/** Asks for a path with a query and answers the bytes, unread: to parse them would keep the sender waiting. */
async function ask(path, query = {}, { method = 'GET', body } = {}) {
  const url = new URL(path, server.url)
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
  const headers = { authorization: `Bearer ${tokens.client_business}`, 'content-type': 'application/json' }
  const outgoing = request(url, { method, agent, headers })
  outgoing.end(body)
  const [incoming] = await once(outgoing, 'response')
  const parts = []
  for await (const part of incoming) parts.push(part)
  const bytes = Buffer.concat(parts)
  if (incoming.statusCode !== 200)
    throw new Error(`${method} ${url} was answered with ${incoming.statusCode}: ${bytes.subarray(0, 500)}`)
  return bytes
}

let sent = 0
/** Milliseconds that one send takes. */
async function send() {
  sent += 1
  const template = { name: `past_campaign_${(sent % TEMPLATES) + 1}`, language: { code: 'en_US' } }
  const to = `+1416${2_000_000 + sent}`
  const body = JSON.stringify({ messaging_product: 'whatsapp', to, type: 'template', template })
  const from = performance.now()
  await ask(`/v25.0/${names.phone}/marketing_messages`, {}, { method: 'POST', body })
  return performance.now() - from
}

/** The longest stall of the server's event loop since this was asked last. */
async function longestStall() {
  server.child.send('stall')
  return (await once(server.child, 'message'))[0]
}

/** Does something while somebody sends at a steady rate. */
async function whileSending(work) {
  await longestStall()
  const sends = []
  const timer = setInterval(() => sends.push(send()), SEND_EVERY)
  const from = performance.now()
  const result = await work()
  const took = performance.now() - from
  clearInterval(timer)
  const waits = await Promise.all(sends)
  return { result, took, stall: await longestStall(), wait: Math.max(0, ...waits), waits }
}

/** Medians of several rounds, and the worst stall and wait of any. */
async function measure(work, rounds = ROUNDS) {
  const runs = []
  for (let round = 0; round < rounds; round += 1) runs.push(await whileSending(work))
  const of = (name) => runs.map((run) => run[name])
  return {
    ms: round(median(of('took'))),
    stall: round(median(of('stall'))),
    worstStall: round(Math.max(...of('stall'))),
    wait: round(median(of('wait')) - usual),
    worstWait: round(Math.max(...of('wait')) - usual),
  }
}

const round = (number) => Math.round(number * 10) / 10

const call = (query) => () => ask(insights, { ...BY_DAY, time_range: JSON.stringify(PAST), fields: FIELDS, ...query })

/** Follows `paging.next` to the end and answers how many pages there were. */
async function allPages(path, query) {
  let pages = 1
  let bytes = await ask(path, query)
  for (let next = nextOf(bytes); next; next = nextOf(bytes)) {
    bytes = await ask(next)
    pages += 1
  }
  return pages
}

function nextOf(bytes) {
  const found = /"next":("[^"]*")/.exec(bytes.subarray(-3000).toString())
  return found && JSON.parse(found[1])
}

const wholeQuery = { ...BY_DAY, time_range: JSON.stringify(PAST), fields: FIELDS, limit: '5000' }

/** A report run from its beginning until it is complete: its id. */
async function completedRun() {
  const run = JSON.parse(await ask(insights, wholeQuery, { method: 'POST' })).report_run_id
  for (;;) {
    const { async_status } = JSON.parse(await ask(`/v25.0/${run}`))
    if (async_status === 'Job Completed') return run
    await wait(50)
  }
}

// Warm, so that what is measured is compiled.
for (let count = 0; count < 300; count += 1) await send()
await call({ limit: '5000' })()
const usual = median((await whileSending(() => wait(2000))).waits)
const result = { build: round(build), usual: round(usual) }
result.idle = await measure(() => wait(300))
result.page25 = await measure(call({}))
result.page5000 = await measure(call({ limit: '5000' }))
result.sorted = await measure(call({ limit: '5000', sort: '["spend_descending"]' }))
const filtering = '[{"field":"spend","operator":"GREATER_THAN","value":10}]'
result.filtered = await measure(call({ limit: '5000', filtering }))
result.summary = await measure(call({ limit: '5000', default_summary: 'true' }))
result.buttons = await measure(call({ limit: '5000', breakdowns: 'marketing_messages_btn_name' }))
result.allDays = await measure(call({ time_increment: 'all_days', limit: '5000' }))
result.monthly = await measure(call({ time_increment: 'monthly', limit: '5000' }))
result.accountAllDays = await measure(call({ level: 'account', time_increment: 'all_days' }))
result.accountMonthly = await measure(call({ level: 'account', time_increment: 'monthly' }))
result.accountByDay = await measure(call({ level: 'account', limit: '5000' }))
result.allPages = await measure(() => allPages(insights, wholeQuery), 1)
const ran = await whileSending(completedRun)
result.run = { ms: round(ran.took), stall: round(ran.stall), wait: round(ran.wait - usual) }
const run = ran.result
result.runPage = await measure(() => ask(`/v25.0/${run}/insights`, { limit: '5000' }))
result.runPages = await measure(() => allPages(`/v25.0/${run}/insights`, { limit: '5000' }), 1)
for (const format of ['csv', 'xls']) {
  result[format] = await measure(
    () => ask('/ads/ads_insights/export_report/', { report_run_id: run, format, access_token: tokens.client_business }),
    3,
  )
}
await stop(server)
process.stdout.write(`${JSON.stringify(result)}\n`)
process.exit()
