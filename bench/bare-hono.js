// The least that a Hono app on the same server package does: what mmgraph's times are compared with.
import { serve } from '@hono/node-server'
import { Hono } from 'hono'

const body = process.argv[2] ?? '{}'
const app = new Hono()
app.all('*', () => new Response(body, { headers: { 'content-type': 'application/json; charset=UTF-8' } }))
serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
  process.stdout.write(`${JSON.stringify({ url: `http://127.0.0.1:${port}` })}\n`)
})
