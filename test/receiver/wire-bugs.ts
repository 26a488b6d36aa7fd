import type { Answer } from '../../contracts/receiver/bench.ts'
import type { Carry, Serve } from './drive.ts'

/** Bugs that only the network shows, by the duty that they break. */
export const networkBugs: readonly (readonly [duty: string, does: string, serve: Serve])[] = [
  [
    'connection-reused',
    'breaks off a connection that is used again',
    (request, _response, _served, next) => {
      const socket = request.socket as { used?: boolean } & typeof request.socket
      if (socket.used) socket.destroy()
      else next()
      socket.used = true
    },
  ],
  [
    'body-slow',
    'gives up a body that comes slowly',
    (request, response, { box }, next) => {
      const start = box.clock.now()
      request.once('end', () => box.clock.now() - start > 500 && response.writeHead(408).end())
      next()
    },
  ],
  [
    'body-chunked',
    'wants a length',
    (request, response, _served, next) => {
      if (request.method === 'GET' || request.headers['content-length']) next()
      else response.writeHead(411).end()
    },
  ],
  [
    'body-expected',
    'refuses Expect: 100-continue',
    (_request, _response, { server }, next) => {
      if (server.listenerCount('checkContinue') === 0) {
        server.on('checkContinue', (_, response) => response.writeHead(417).end())
      }
      next()
    },
  ],
  [
    'drop-survived',
    'ends when a request breaks off',
    (request, _response, { box }, next) => {
      request.once('error', box.crash)
      next()
    },
  ],
  [
    'stall-survived',
    'has room for three requests that stall',
    (request, response, { server }, next) => {
      const busy = server as { busy?: number } & typeof server
      busy.busy = (busy.busy ?? 0) + 1
      request.once('close', () => (busy.busy = (busy.busy ?? 1) - 1))
      if (busy.busy > 3) response.writeHead(503).end()
      else next()
    },
  ],
]

/** Changes what is answered under load: the first five on one connection are another duty's. */
const underLoad =
  (change: (answer: Answer, n: number) => Answer) =>
  (carry: Carry): Carry => {
    let reused = 0
    return async (wanted) => {
      const answer = await carry(wanted)
      if (wanted.wire !== 'reused') return answer
      reused += 1
      return reused > 5 ? change(answer, reused - 5) : answer
    }
  }

/** Bugs that only many webhooks show. */
export const loadBugs: readonly (readonly [duty: string, does: string, through: ReturnType<typeof underLoad>])[] = [
  [
    'load-taken',
    'refuses each fiftieth',
    underLoad((answer, n) => (n % 50 === 0 ? { ...answer, status: 503 } : answer)),
  ],
  ['load-median', 'takes 300 ms for each', underLoad((answer) => ({ ...answer, took: 300 }))],
  [
    'load-tail',
    'takes 1.2 s for each fiftieth',
    underLoad((answer, n) => (n % 50 === 0 ? { ...answer, took: 1200 } : answer)),
  ],
]
