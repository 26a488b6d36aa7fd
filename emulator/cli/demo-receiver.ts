import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A small webhook receiver, as a partner would have one: it shakes hands, and checks every signature. */
export async function startReceiver(
  secret: string,
  tell: (text: string) => void,
): Promise<{ url: string; close: () => Promise<void> }> {
  const server = createServer(async (incoming, outgoing) => {
    const query = new URL(incoming.url ?? '/', 'http://receiver').searchParams
    if (incoming.method === 'GET') {
      tell('handshake: the challenge is echoed')
      outgoing.end(query.get('hub.challenge'))
      return
    }
    const parts: Buffer[] = []
    for await (const part of incoming) parts.push(part as Buffer)
    const body = Buffer.concat(parts)
    const expected = `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`
    const verdict = incoming.headers['x-hub-signature-256'] === expected ? 'signature right' : 'SIGNATURE WRONG'
    const [entry] = JSON.parse(body.toString()).entry
    const { event, waba_info } = entry.changes[0].value
    tell(`webhook ${event} for account ${waba_info.waba_id} (${verdict})`)
    outgoing.end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}
