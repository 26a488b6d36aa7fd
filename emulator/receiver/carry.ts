import type { ClientRequest, IncomingMessage } from 'node:http'
import type { Answer, Failure, Wanted } from '../../contracts/receiver/bench.ts'
import type { Clock } from './clock.ts'
import { writeBody } from './write-body.ts'

/** How much of an answer is read: a challenge is short. */
const MOST_READ = 4096

/** Sends a request that was made but not begun, and waits for its answer. Never rejects. */
export function carry(
  outgoing: ClientRequest,
  wanted: Wanted,
  clock: Clock,
  keepOpen: (outgoing: ClientRequest) => void,
): Promise<Answer> {
  return new Promise((resolve) => {
    const watch = watchOver(outgoing, wanted, clock, resolve)
    const isConnected = connectionOf(outgoing)
    // Time that goes by while we send is not the receiver's.
    if (wanted.wire === 'slow' || wanted.wire === 'expecting') outgoing.on('finish', watch.begin)
    outgoing.on('error', ({ code }: NodeJS.ErrnoException) =>
      watch.fail(isConnected() ? 'dropped' : unconnected(code), code),
    )
    outgoing.on('response', (incoming) => readAnswer(incoming, watch))
    writeBody(outgoing, wanted, clock, () => {
      if (wanted.wire === 'half-open') keepOpen(outgoing)
      watch.fail('left')
    })
  })
}

/** Takes the time of one request, and ends the wait once. */
interface Watch {
  readonly begin: () => void
  readonly finish: (answer: Omit<Answer, 'took'>) => void
  readonly fail: (failure: Failure, reason?: string) => void
}

function watchOver(outgoing: ClientRequest, { limit }: Wanted, clock: Clock, resolve: (answer: Answer) => void): Watch {
  let start = clock.now()
  let callOff: (() => void) | undefined
  let isOver = false
  const finish: Watch['finish'] = (answer) => {
    if (isOver) return
    isOver = true
    callOff?.()
    resolve({ ...answer, took: clock.now() - start })
  }
  const fail: Watch['fail'] = (failure, reason) =>
    finish({ status: 0, type: '', body: '', failure, ...(reason && { reason }) })
  const begin = (): void => {
    if (isOver) return
    start = clock.now()
    callOff?.()
    callOff = clock.after(limit, () => {
      fail('late')
      outgoing.destroy()
    })
  }
  begin()
  return { begin, finish, fail }
}

/** Whether somebody listened: what goes wrong before that is no fault of an answer. */
function connectionOf(outgoing: ClientRequest): () => boolean {
  let isConnected = false
  outgoing.on('socket', (socket) => {
    isConnected = !socket.connecting
    if (isConnected) return
    socket.once(outgoing.protocol === 'https:' ? 'secureConnect' : 'connect', () => {
      isConnected = true
    })
  })
  return () => isConnected
}

/** What openssl says of certificates. @see https://nodejs.org/api/tls.html#x509-certificate-error-codes */
const CERTIFICATE = /CERT|^UNABLE_TO_|^INVALID_(?:CA|PURPOSE)$|^HOSTNAME_MISMATCH$/
const NO_TLS = /^EPROTO$|^ERR_SSL_/

function unconnected(code = ''): Failure {
  if (CERTIFICATE.test(code)) return 'untrusted'
  return NO_TLS.test(code) ? 'no-tls' : 'unreachable'
}

function readAnswer(incoming: IncomingMessage, { finish, fail }: Watch): void {
  const { statusCode: status = 0, headers } = incoming
  const type = headers['content-type'] ?? ''
  let body = ''
  incoming.setEncoding('utf8')
  incoming.on('data', (part: string) => {
    body = (body + part).slice(0, MOST_READ)
  })
  incoming.on('close', () => (incoming.complete ? finish({ status, type, body }) : fail('dropped')))
  incoming.on('error', () => fail('dropped'))
}
