// A client in a process of its own: it calls the emulator at MMGRAPH_URL by fetch and by node:http, hears a webhook, and
// prints what came of it. `process.exit` ends it at once.
import { createServer, get } from 'node:http'
import v8 from 'node:v8'
import { MessageChannel, receiveMessageOnPort } from 'node:worker_threads'

const { URL_OF, TOKEN, APP_TOKEN, APP, WABA, CLIENT } = process.env
const headers = { authorization: `Bearer ${TOKEN}` }
const at = (path) => `${URL_OF}/v24.0/${path}`

function overHttp(url, accept) {
  return new Promise((resolve) => {
    get(url, { headers: { ...headers, ...accept } }, (response) => {
      const parts = []
      response.on('data', (part) => parts.push(part))
      response.on('end', () => resolve(Buffer.concat(parts).toString()))
    })
  })
}

const account = await (await fetch(at(WABA), { headers })).json()
const text = await (await fetch(at(`${WABA}/phone_numbers`), { headers })).text()
const numbers = JSON.parse(text)
const business = JSON.parse(await overHttp(at(CLIENT)))
const bytes = await (await fetch(at(`${CLIENT}/owned_whatsapp_business_accounts`), { headers })).arrayBuffer()
const owned = JSON.parse(new TextDecoder().decode(bytes))
const refused = await (await fetch(at(`${WABA}?fields=nonsense`), { headers })).json()
const unread = await fetch(at(`${WABA}/subscribed_apps`), { headers })
await unread.body.cancel()
const foreign = JSON.parse('{"name":"not of Graph"}')

let heard
const receiver = createServer((incoming, outgoing) => {
  const url = new URL(incoming.url, 'http://receiver')
  if (incoming.method === 'GET') return outgoing.end(url.searchParams.get('hub.challenge'))
  let body = ''
  incoming.setEncoding('utf8').on('data', (part) => (body += part))
  incoming.on('end', () => {
    heard = JSON.parse(body).entry[0].changes[0].value.event
    outgoing.end()
  })
}).listen(0, '127.0.0.1')
await new Promise((resolve) => receiver.once('listening', resolve))
const subscription = new URLSearchParams({
  object: 'whatsapp_business_account',
  callback_url: `http://127.0.0.1:${receiver.address().port}/`,
  verify_token: 'planted-secret-of-verify',
  fields: 'account_update',
  access_token: APP_TOKEN,
})
await fetch(at(`${APP}/subscriptions`), { method: 'POST', body: subscription })
await fetch(`${URL_OF}/_mmgraph/worlds/ready-to-send/happenings`, {
  method: 'POST',
  body: JSON.stringify({ name: 'account_violates_policy', with: { account: 'waba', type: 'ADULT' } }),
})

const { port1, port2 } = new MessageChannel()
port1.postMessage(account)
const clones = [structuredClone(account), v8.deserialize(v8.serialize(account)), receiveMessageOnPort(port2).message]
console.log(
  JSON.stringify({
    name: account.name,
    currency: business.name,
    number: numbers.data[0].display_phone_number,
    owned: owned.data.length,
    code: refused.error.code,
    clones: clones.map((clone) => JSON.stringify(clone) === JSON.stringify(account)),
    json: [Response.prototype.json.name, Response.prototype.json.length, JSON.parse.name, JSON.parse.length],
    foreign: foreign.name,
    heard,
  }),
)
process.exit(3)
