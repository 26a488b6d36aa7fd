// The least that a Hono app on the same server package does with a send: it parses the JSON and answers bytes of the same
// size and with the same headers, which it is given.
import { serve } from '@hono/node-server'
import { Hono } from 'hono'

const { body, headers } = JSON.parse(process.argv[2] ?? '{"body":"{}","headers":{}}')
const app = new Hono()
app.post('*', async (context) => {
  const { to } = await context.req.json()
  return new Response(to ? body : '{}', { headers })
})
serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
  process.stdout.write(`${JSON.stringify({ url: `http://127.0.0.1:${port}` })}\n`)
})
