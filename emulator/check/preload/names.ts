import dns from 'node:dns'
import { isMeta, isRedirected } from './hosts.ts'
import type { Telling } from './log.ts'

type Found = (error: Error | null, ...found: unknown[]) => void
type Look = (...args: unknown[]) => unknown
type Looks = Record<string, Look>

const ASKS = ['lookup', 'resolve', 'resolve4', 'resolve6', 'resolveAny']
const LOOPBACK = { address: '127.0.0.1', family: 4 } as const

/** No name of Meta's is asked for anywhere. One that stands for Graph is this machine; its connection is then redirected. */
export function redirectNames(tell: Telling): void {
  const [byCallback, byPromise] = [dns as unknown as Looks, dns.promises as unknown as Looks]
  for (const ask of ASKS) {
    patch(byCallback, ask, (args) => {
      const found = args.at(-1) as Found
      const answer = answerOf(ask, args, tell)
      process.nextTick(() => (answer instanceof Error ? found(answer) : found(null, ...answer)))
      return undefined
    })
    patch(byPromise, ask, (args) => {
      const answer = answerOf(ask, args, tell)
      if (answer instanceof Error) return Promise.reject(answer)
      return Promise.resolve(ask === 'lookup' && !wantsAll(args) ? LOOPBACK : answer[0])
    })
  }
}

function patch(module: Looks, ask: string, instead: (args: readonly unknown[]) => unknown): void {
  const original = module[ask]
  if (!original) return
  module[ask] = function (this: unknown, ...args: unknown[]): unknown {
    return isMeta(args[0]) ? instead(args) : original.apply(this, args)
  }
}

function answerOf(ask: string, args: readonly unknown[], tell: Telling): unknown[] | Error {
  const host = String(args[0])
  if (!isRedirected(host)) return tell.escaped(host, 'a look-up of its name')
  if (ask === 'lookup') return wantsAll(args) ? [[LOOPBACK]] : [LOOPBACK.address, LOOPBACK.family]
  const isWanted = ask === 'resolve4' || (ask === 'resolve' && (typeof args[1] !== 'string' || args[1] === 'A'))
  if (isWanted) return [[LOOPBACK.address]]
  return Object.assign(new Error(`query${ask} ENODATA ${host}`), { code: 'ENODATA' })
}

function wantsAll([, options]: readonly unknown[]): boolean {
  return typeof options === 'object' && options !== null && (options as { all?: boolean }).all === true
}
