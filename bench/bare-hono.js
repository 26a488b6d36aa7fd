// The least that a Hono app on the same server package does: what mmgraph's times are compared with. It answers with bytes that
// it is given, headers included; a send it reads as JSON. argv: {"read": {body, headers}, "send": {body, headers}}
import { serve } from '@hono/node-server'
import { Hono } from 'hono'

const { read, send } = JSON.parse(process.argv[2])
const app = new Hono()
app.get('*', () => new Response(read.body, { headers: read.headers }))
app.post('*', async (context) => {
  const { to } = await context.req.json()
  return new Response(to ? send.body : '{}', { headers: send.headers })
})
serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
  process.stdout.write(`${JSON.stringify({ url: `http://127.0.0.1:${port}` })}\n`)
})
