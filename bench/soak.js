// Leaves a hundred thousand calls memory where it was? In one process, without HTTP: sends, reads, refusals, a fault, a happening, and
// a world that is made and removed, in turn, with small retention. argv: how many calls. Prints the heap before and after as JSON.
import { createEmulator } from '../dist/emulator/emulator.js'
import { changed } from '../dist/emulator/world/change.js'
import { readWorld } from '../dist/emulator/world/load.js'

const TOTAL = Number(process.argv[2] ?? 100_000)
/** So many calls fill what is kept, and let the code be compiled. */
const WARM_UP = Number(process.argv[3] ?? 20_000)
const MOST = 500

const emulator = createEmulator({ limits: 'off' })
const retention = { messages: MOST, exchanges: MOST, deliveries: MOST, mails: MOST, media: MOST }
emulator.worlds.create('soak', changed(readWorld('ready-to-send').file, { retention }))
const [{ world, clock }] = emulator.worlds.list()
const { names, tokenNames } = world
const at = 'http://127.0.0.1'
const control = `${at}/_mmgraph/worlds`
const graph = { authorization: `Bearer ${tokenNames.client_business}`, 'content-type': 'application/json' }
const json = { 'content-type': 'application/json' }
let made = 0

const send = (to) => ({
  method: 'POST',
  headers: graph,
  body: JSON.stringify({
    messaging_product: 'whatsapp',
    to,
    type: 'template',
    template: { name: 'spring_sale', language: { code: 'en_US' } },
  }),
})
const posted = (body) => ({ method: 'POST', headers: json, body: JSON.stringify(body) })

/** What is called, in turn: the URL, the call, and the answer that it has to get. */
const calls = [
  (n) => [`${at}/v25.0/${names.phone}/marketing_messages`, send(`+1416${2_000_000 + (n % 7_999_999)}`), 200],
  () => [`${at}/v25.0/${names.waba}?fields=id,name`, { headers: graph }, 200],
  () => [`${at}/v25.0/${names.waba}/message_templates?limit=5`, { headers: graph }, 200],
  () => [`${at}/v25.0/${names.phone}/marketing_messages`, send('nobody'), 400],
  () => [`${at}/v25.0/${names.waba}`, {}, 400],
  () => [`${control}/soak/messages?limit=5`, {}, 200],
  (n) => [`${control}/soak/happenings`, posted(customerWrites(n)), 200],
]

const customerWrites = (n) => ({
  name: 'customer_sends_message',
  with: { phone: 'phone', from: 'recipient', text: { body: `Rye ${n}?` } },
})

async function call(n) {
  const [url, init, status] = calls[n % calls.length](n)
  const response = await emulator.fetch(new Request(url, init))
  if (response.status !== status)
    throw new Error(`${url} was answered with ${response.status}: ${await response.text()}`)
  await response.arrayBuffer()
}

async function worldComesAndGoes(n) {
  const id = `soak-${n}`
  await emulator.fetch(new Request(control, posted({ world: 'ready-to-send', id })))
  const { status } = await emulator.fetch(new Request(`${control}/${id}`, { method: 'DELETE' }))
  if (status >= 300) throw new Error(`the world ${id} was not removed: ${status}`)
}

async function run(count) {
  for (const end = made + count; made < end; made += 1) {
    await call(made)
    if (made % 1000 === 0) await worldComesAndGoes(made)
    if (made % 100 === 0) await clock.advance(2000)
  }
}

const heap = () => {
  globalThis.gc()
  return process.memoryUsage().heapUsed
}

await run(WARM_UP)
const before = heap()
await run(TOTAL)
const after = heap()
process.stdout.write(`${JSON.stringify({ calls: TOTAL, before, after })}\n`)
emulator.close()
