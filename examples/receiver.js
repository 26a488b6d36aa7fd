// A webhook receiver as small as one can be: it shakes hands, checks the signature of the bytes that came, and answers
// before it does anything else. PORT (3000), VERIFY_TOKEN (let-me-in) and MMGRAPH_APP_SECRET say what it needs to know.
import { createHmac, timingSafeEqual } from 'node:crypto'
import { createServer } from 'node:http'

const { PORT = '3000', VERIFY_TOKEN = 'let-me-in', MMGRAPH_APP_SECRET: secret } = process.env
if (!secret) throw new Error('MMGRAPH_APP_SECRET is not set; eval the /env of a world first, as the README shows')

const server = createServer(async (request, response) => {
  const query = new URL(request.url, 'http://receiver').searchParams
  if (request.method === 'GET') {
    const known = query.get('hub.verify_token') === VERIFY_TOKEN
    response.writeHead(known ? 200 : 403).end(known ? query.get('hub.challenge') : '')
    return
  }
  const parts = []
  for await (const part of request) parts.push(part)
  const body = Buffer.concat(parts)
  if (!isSigned(body, request.headers['x-hub-signature-256'])) {
    response.writeHead(401).end()
    console.log('a webhook with a wrong signature')
    return
  }
  response.end()
  for (const { changes } of JSON.parse(body).entry) {
    for (const { field, value } of changes) console.log(field, JSON.stringify(value))
  }
})

/** Over the bytes as they came: a body that was parsed and written anew has another signature. */
function isSigned(body, header = '') {
  const expected = `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`
  return header.length === expected.length && timingSafeEqual(Buffer.from(header), Buffer.from(expected))
}

server.listen(Number(PORT), '127.0.0.1', () => {
  console.log(`listening on http://127.0.0.1:${server.address().port}/webhooks`)
})
