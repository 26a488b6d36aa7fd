// Sends at a steady rate over kept connections: argv is the URL, the token, the sends per second and the seconds. Prints
// how many were taken and when the last answer came.
import { Agent, request } from 'node:http'

const [url, token, rate = '1000', seconds = '10'] = process.argv.slice(2)
const agent = new Agent({ keepAlive: true, maxSockets: 50 })
const total = Number(rate) * Number(seconds)
const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
let begun = 0
let done = 0
let taken = 0

function sendOne() {
  begun += 1
  const to = `+1416${2_000_000 + begun}`
  const template = { name: 'spring_sale', language: { code: 'en_US' } }
  const body = JSON.stringify({ messaging_product: 'whatsapp', to, type: 'template', template })
  const outgoing = request(url, { method: 'POST', agent, headers: { ...headers, 'content-length': body.length } })
  outgoing.on('response', (incoming) => {
    if (incoming.statusCode === 200) taken += 1
    incoming.resume()
    incoming.on('end', finish)
  })
  outgoing.on('error', finish)
  outgoing.end(body)
}

function finish() {
  done += 1
  if (done < total) return
  process.stdout.write(JSON.stringify({ taken, lastAt: Date.now() }))
  process.exit()
}

const start = performance.now()
const timer = setInterval(() => {
  const due = Math.min(total, Math.floor(((performance.now() - start) / 1000) * Number(rate)))
  while (begun < due) sendOne()
  if (begun === total) clearInterval(timer)
}, 5)
