import net, { type Socket, type SocketConstructorOpts } from 'node:net'
import tls, { type ConnectionOptions } from 'node:tls'
import { isMeta, isRedirected } from './hosts.ts'
import type { Telling } from './log.ts'
import { asSecure, likeSecure } from './secure.ts'

/** Every client ends at these two, whatever it calls them by: fetch, undici, http, https, and all that is made of them. */
interface Patched {
  connect: (...args: unknown[]) => unknown
}

interface Options extends ConnectionOptions {
  readonly signal?: AbortSignal
}

/** Sends what is meant for Graph to the emulator, TLS or not, and refuses all else that is Meta's. @param port of the emulator */
export function redirectSockets(port: number, tell: Telling): void {
  const ours = new WeakSet<object>()
  patchPlain(port, tell, ours)
  patchSecure(tell, ours)
}

const LOOPBACK = '127.0.0.1'

function patchPlain(port: number, tell: Telling, ours: WeakSet<object>): void {
  const socket = net.Socket.prototype as unknown as Patched
  const { connect } = socket
  socket.connect = function (this: Socket, ...args: unknown[]): unknown {
    const { options, done } = plainArguments(args)
    const { host } = options
    if (!isMeta(host)) return connect.apply(this, args)
    // TLS that was not opened by tls.connect ends here: the emulator does not speak it.
    if (!isRedirected(host) || this instanceof tls.TLSSocket) return refuse(this, tell.escaped(host, 'a socket'))
    tell.redirected(host)
    ours.add(this)
    return connect.call(this, { host: LOOPBACK, port }, done)
  }
}

function patchSecure(tell: Telling, ours: WeakSet<object>): void {
  const module = tls as unknown as Patched
  const { connect } = module
  module.connect = (...args: unknown[]): unknown => {
    const { options, done } = secureArguments(args)
    const host = [options.servername, options.host].find(isMeta)
    if (host === undefined) return connect(...args)
    const refusal = refusalOf(options, host, ours)
    if (refusal) return likeSecure(refuse(new net.Socket(), tell.escaped(host, refusal)))
    const secure = asSecure((options.socket as Socket | undefined) ?? opened(options, host))
    if (done) secure.once('secureConnect', done)
    return secure
  }
}

/** Why a connection cannot be one to the emulator. */
function refusalOf({ socket, ALPNProtocols }: Options, host: string, ours: WeakSet<object>): string | undefined {
  if (!isRedirected(host)) return 'TLS'
  if (socket && !ours.has(socket)) return 'TLS within a connection to a proxy'
  const offered = Array.isArray(ALPNProtocols) ? ALPNProtocols : []
  return offered.length === 1 && offered[0] === 'h2' ? 'HTTP/2, which the emulator does not speak' : undefined
}

/** The plain connection in which TLS would be spoken. */
function opened({ signal, timeout }: Options, host: string): Socket {
  const socket = new net.Socket((signal ? { signal } : {}) as SocketConstructorOpts)
  if (timeout) socket.setTimeout(timeout)
  return socket.connect({ host, port: 443 })
}

/** As a connection that cannot be made: whoever made it hears of it in its own time. */
function refuse(socket: Socket, error: Error): Socket {
  process.nextTick(() => socket.destroy(error))
  return socket
}

type Done = (() => void) | undefined

/** `connect(options, done)`, `connect(port, host, done)`, and the list that node makes of either. */
function plainArguments(args: readonly unknown[]): { options: { host?: unknown }; done: Done } {
  const [first, second, third] = Array.isArray(args[0]) ? (args[0] as unknown[]) : args
  const done = [second, third].find((one) => typeof one === 'function') as Done
  if (typeof first === 'object' && first !== null) return { options: first, done }
  return { options: { host: second }, done }
}

/** `connect(options, done)`, `connect(port, host, options, done)`; any but the first may be absent. */
function secureArguments(args: readonly unknown[]): { options: Options; done: Done } {
  const objects = args.filter((one) => typeof one === 'object' && one !== null) as Options[]
  const host = args.slice(0, 2).find((one) => typeof one === 'string' && !/^\d+$/.test(one)) as string | undefined
  const done = args.find((one) => typeof one === 'function') as Done
  return { options: Object.assign({}, host === undefined ? {} : { host }, ...objects), done }
}
