import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { callbackAnswer } from '../../scenarios/callback.ts'

/** Stands for its own address: only the path of a request matters. */
const ORIGIN = 'http://callback'

/** Where a running emulator posts webhooks while scenarios play. */
export interface Callback {
  /** `http://127.0.0.1:40123/webhooks` */
  readonly url: string
  readonly close: () => Promise<void>
}

/**
 * Listens on this machine. It answers as its address says: see callbackAnswer. What was posted is read from the control
 * API.
 */
export async function openCallback(): Promise<Callback> {
  const server = createServer((request, response) => {
    const { status, body } = callbackAnswer(ORIGIN, request.method ?? 'GET', `${ORIGIN}${request.url}`)
    request.resume()
    response.writeHead(status).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/webhooks`,
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}
