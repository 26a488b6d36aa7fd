// The least that a Hono app on the same server package does: what mmgraph's times are compared with. It answers
// every call with the same bytes, headers included: those of the JSON that it is given.
import { serve } from '@hono/node-server'
import { Hono } from 'hono'

const { body, headers } = JSON.parse(process.argv[2] ?? '{"body":"{}","headers":{}}')
const app = new Hono()
app.all('*', () => new Response(body, { headers }))
serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
  process.stdout.write(`${JSON.stringify({ url: `http://127.0.0.1:${port}` })}\n`)
})
