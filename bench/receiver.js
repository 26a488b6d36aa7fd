// Counts the statuses that it is posted and checks their signatures. GET /count answers {received, bad, lastAt}; the
// handshake takes any token. argv: the app secret.
import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'

const [secret] = process.argv.slice(2)
const seen = new Set()
let bad = 0
let received = 0
let lastAt = 0

const server = createServer((incoming, outgoing) => {
  if (incoming.method === 'GET') {
    const url = new URL(incoming.url, 'http://receiver')
    if (url.pathname === '/count') outgoing.end(JSON.stringify({ received, different: seen.size, bad, lastAt }))
    else outgoing.end(url.searchParams.get('hub.challenge') ?? '')
    return
  }
  const parts = []
  incoming.on('data', (part) => parts.push(part))
  incoming.on('end', () => {
    outgoing.end()
    const body = Buffer.concat(parts)
    const signature = `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`
    if (signature !== incoming.headers['x-hub-signature-256']) bad += 1
    const [status] = JSON.parse(body).entry[0].changes[0].value.statuses
    seen.add(`${status.id}/${status.status}`)
    received += 1
    lastAt = Date.now()
  })
})
server.keepAliveTimeout = 60_000
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`${JSON.stringify({ url: `http://127.0.0.1:${server.address().port}` })}\n`)
})
