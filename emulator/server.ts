import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import type { Emulator } from './emulator.ts'

export interface Listening {
  readonly server: Server
  /** `http://127.0.0.1:4020`, with the port that was picked. */
  readonly url: string
  /** Ends open connections too. */
  readonly close: () => Promise<void>
}

/** A request that is no proper HTTP, such as one with a Host header that is no host: it reaches no world. */
function badRequest(error: unknown): Response {
  const body = { mmgraph: 'bad-request', message: `This is no request that can be read: ${(error as Error).message}` }
  return Response.json(body, { status: 400, headers: { 'x-mmgraph': 'bad-request' } })
}

/** Long `fields` and `filtering` stand in the URL: four times what node takes by itself, in bytes. */
const LONGEST_HEAD = 65_536

/** A name by which this machine reaches the address: `0.0.0.0` and `::` are none. */
function reachableName({ address, family }: AddressInfo): string {
  if (address === '0.0.0.0' || address === '::') return '127.0.0.1'
  return family === 'IPv6' ? `[${address}]` : address
}

const HOST = /^[\w-]+(?:\.[\w-]+)*(?::\d{1,5})?$/
/** `/v24.0/{id}/{edge}` and a query; nothing that an address could be normalised by. */
const GRAPH_PATH =
  /^\/(?!_mmgraph|(?:v\d{1,3}\.\d{1,2}\/)?dialog\/)(?:v\d{1,3}\.\d\/)?[\w/-]*(?:\?[\w%&=.,:+*~{}()[\]"'|$@!-]*)?$/
const METHODS = ['GET', 'POST', 'DELETE']

/**
 * An HTTP server for an emulator, listening on nothing yet. A call of Graph with an ordinary address is answered on the
 * socket itself, as making a Request and a Response of it would cost a fifth of it; all else goes the general way.
 */
export function serverFor(emulator: Emulator): Server {
  const general = getRequestListener(emulator.fetch, { errorHandler: badRequest })
  return createServer({ maxHeaderSize: LONGEST_HEAD }, (incoming, outgoing) => {
    const { method = '', url = '', headers } = incoming
    const { host = '' } = headers
    const isOrdinary = METHODS.includes(method) && HOST.test(host) && GRAPH_PATH.test(url)
    if (isOrdinary) emulator.handle(incoming, outgoing, `http://${host}${url}`)
    else void general(incoming, outgoing)
  })
}

/**
 * Listens; port 0 picks a free one.
 * @throws the error of node:net, with code EADDRINUSE when the port is taken
 */
export async function listen(emulator: Emulator, port: number, host: string): Promise<Listening> {
  const server = serverFor(emulator)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  const address = server.address() as AddressInfo
  const name = reachableName(address)
  return {
    server,
    url: `http://${name}:${address.port}`,
    close: () => {
      emulator.close()
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}
