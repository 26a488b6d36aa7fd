import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

/** A small webhook receiver, as a partner would have one: it shakes hands, and checks every signature. */
export async function startReceiver(
  secret: string,
  tell: (text: string) => void,
): Promise<{ url: string; close: () => Promise<void> }> {
  const server = createServer(async (incoming, outgoing) => {
    if (incoming.method === 'GET') {
      tell('handshake: the challenge is echoed')
      outgoing.end(new URLSearchParams(incoming.url?.split('?')[1]).get('hub.challenge'))
      return
    }
    // Undefined: the connection broke off in the middle.
    const body = await buffer(incoming).catch(() => undefined)
    if (!body) return
    const expected = `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`
    const verdict = incoming.headers['x-hub-signature-256'] === expected ? 'signature right' : 'SIGNATURE WRONG'
    const news = newsIn(body)
    tell(`${news ?? 'a body that is no webhook of an account'} (${verdict})`)
    outgoing.writeHead(news === undefined ? 400 : 200).end()
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

/** What the first change of a webhook says; undefined where it is none. */
function newsIn(body: Buffer): string | undefined {
  try {
    const { event, waba_info } = JSON.parse(body.toString()).entry[0].changes[0].value
    return `webhook ${event} for account ${waba_info.waba_id}`
  } catch {
    return undefined
  }
}
