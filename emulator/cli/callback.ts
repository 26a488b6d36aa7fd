import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Where a running emulator posts webhooks while scenarios play. */
export interface Callback {
  /** `http://127.0.0.1:40123/webhooks` */
  readonly url: string
  readonly close: () => Promise<void>
}

/**
 * Listens on this machine. It shakes hands with whoever asks and takes every webhook: what was posted is read from the
 * control API.
 */
export async function openCallback(): Promise<Callback> {
  const server = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '/', 'http://callback')
    request.resume()
    response.end(searchParams.get('hub.challenge') ?? '')
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
