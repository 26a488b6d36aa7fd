import { describe, expect, test } from 'vitest'
import { duties } from '../../contracts/duties.ts'
import type { Answer } from '../../contracts/receiver/bench.ts'
import { bugs, eventBugs } from './bugs.ts'
import { type Carry, driveParts, driveServer, rulesOf, type Serve } from './drive.ts'

/** Bugs that only the network shows. */
const networkBugs: Readonly<Record<string, Serve>> = {
  'connection-reused': (request, _response, _served, next) => {
    const socket = request.socket as { used?: boolean } & typeof request.socket
    if (socket.used) socket.destroy()
    else next()
    socket.used = true
  },
  'body-slow': (request, response, { box }, next) => {
    const start = box.clock.now()
    request.once('end', () => box.clock.now() - start > 500 && response.writeHead(408).end())
    next()
  },
  'body-chunked': (request, response, _served, next) => {
    if (request.method === 'GET' || request.headers['content-length']) next()
    else response.writeHead(411).end()
  },
  'body-expected': (_request, _response, { server }, next) => {
    if (server.listenerCount('checkContinue') === 0) {
      server.on('checkContinue', (_, response) => response.writeHead(417).end())
    }
    next()
  },
  'drop-survived': (request, _response, { box }, next) => {
    request.once('error', box.crash)
    next()
  },
  'stall-survived': (request, response, { server }, next) => {
    const busy = server as { busy?: number } & typeof server
    busy.busy = (busy.busy ?? 0) + 1
    request.once('close', () => (busy.busy = (busy.busy ?? 1) - 1))
    if (busy.busy > 3) response.writeHead(503).end()
    else next()
  },
}

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

const loadBugs: Readonly<Record<string, ReturnType<typeof underLoad>>> = {
  'load-taken': underLoad((answer, n) => (n % 50 === 0 ? { ...answer, status: 503 } : answer)),
  'load-median': underLoad((answer) => ({ ...answer, took: 300 })),
  'load-tail': underLoad((answer, n) => (n % 50 === 0 ? { ...answer, took: 1200 } : answer)),
}

describe('a receiver that', () => {
  test.each(bugs)('breaks %s, as it %s, breaks nothing else', async (id, _, parts) => {
    expect(rulesOf(await driveParts(parts))).toEqual([id])
  })

  test.each(eventBugs)('answers 500 to events of %s breaks %s and nothing else of the kind', async (_, id, parts) => {
    const broken = rulesOf(await driveParts(parts)).filter((rule) => rule.startsWith('event-'))
    expect(broken).toEqual([id])
  })

  test.each(Object.entries(networkBugs))('breaks %s on the wire breaks nothing else', async (id, serve) => {
    expect(rulesOf(await driveServer({}, serve))).toEqual([id])
  })

  test.each(Object.entries(loadBugs))('breaks %s breaks nothing else', async (id, through) => {
    expect(rulesOf(await driveParts({}, {}, through))).toEqual([id])
  })
})

test('for every duty there is a bug that breaks it', () => {
  const broken = [...bugs.map(([id]) => id), ...eventBugs.map(([, id]) => id), ...Object.keys(networkBugs)]
  expect(duties.map(({ id }) => id).sort()).toEqual([...broken, ...Object.keys(loadBugs)].sort())
})
