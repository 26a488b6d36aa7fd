// A webhook receiver as small as one can be: it shakes hands, checks the signature of the bytes that came, and answers
// before it does anything else. PORT (3000), VERIFY_TOKEN (let-me-in) and MMGRAPH_APP_SECRET say what it needs to know.
import { createHmac, timingSafeEqual } from 'node:crypto'
import { createServer } from 'node:http'
import { buffer } from 'node:stream/consumers'

const { PORT = '3000', VERIFY_TOKEN = 'let-me-in', MMGRAPH_APP_SECRET: secret } = process.env
if (!secret) throw new Error('MMGRAPH_APP_SECRET is not set; eval the /env of a world first, as the README shows')

const server = createServer(async (request, response) => {
  if (request.method === 'GET') return shakeHands(request, response)
  if (request.method !== 'POST') return response.writeHead(405).end()
  // Undefined: the connection broke off in the middle. That must not end the process.
  const body = await buffer(request).catch(() => undefined)
  if (!body) return
  const isRight = isSigned(body, request.headers['x-hub-signature-256'])
  response.writeHead(isRight ? 200 : 401).end()
  if (!isRight) console.log('a webhook with a wrong signature')
  else tell(body)
})

function shakeHands(request, response) {
  const query = new URLSearchParams(request.url.split('?')[1])
  const known = query.get('hub.mode') === 'subscribe' && query.get('hub.verify_token') === VERIFY_TOKEN
  response.writeHead(known ? 200 : 403, { 'Content-Type': 'text/plain' }).end(known ? query.get('hub.challenge') : '')
}

/** What was told already. Webhooks come more than once; a real receiver remembers them for 7 days, in its database. */
const told = new Set()

/** Prints each status, message or other news once. */
function tell(body) {
  for (const { key, line } of newsIn(body)) {
    if (!told.has(key)) console.log(line)
    told.add(key)
  }
}

function newsIn(body) {
  try {
    return JSON.parse(body).entry.flatMap(({ id, time, changes }) =>
      changes.flatMap(({ field, value }) =>
        (value.statuses ?? value.messages ?? [value]).map((news) => {
          const line = `${field} ${JSON.stringify(news)}`
          return { key: `${id} ${time} ${line}`, line }
        }),
      ),
    )
  } catch {
    console.log('what was signed is no webhook')
    return []
  }
}

/** Over the bytes as they came: a body that was parsed and written anew has another signature. */
function isSigned(body, header = '') {
  const expected = createHmac('sha256', secret).update(body).digest()
  const [, digits = ''] = /^sha256=([0-9a-f]{64})$/i.exec(header) ?? []
  return digits !== '' && timingSafeEqual(Buffer.from(digits, 'hex'), expected)
}

server.listen(Number(PORT), '127.0.0.1', () => {
  console.log(`listening on http://127.0.0.1:${server.address().port}/webhooks`)
})
