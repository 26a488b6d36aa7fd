import { createHash, timingSafeEqual } from 'node:crypto'
import type { HttpBindings } from '@hono/node-server'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context, Next } from 'hono'
import { isLoopback } from '../webhooks/callbacks.ts'

export interface ControlGuard {
  /** When given, every caller must show it; callers from other machines then may. */
  readonly controlToken?: string | undefined
  /** The host that the server was told to listen on: one of its own names. */
  readonly host: string
}

/**
 * Keeps the control API to those whom it is for. Without a control token: callers on this machine, that name this
 * machine in the Host header (a foreign name there is DNS rebinding), and no web page of another origin.
 */
export function guardControl({ controlToken, host }: ControlGuard) {
  return async (context: Context, next: Next): Promise<Response | undefined> => {
    const refusal = controlToken ? refusalOfToken(context, controlToken) : refusalOfCaller(context, host)
    if (refusal) return context.json({ error: { message: refusal } }, controlToken ? 401 : 403)
    await next()
    return undefined
  }
}

function refusalOfToken(context: Context, wanted: string): string | undefined {
  const given = context.req.header('authorization')?.replace(/^Bearer /i, '') ?? ''
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
  if (timingSafeEqual(digest(given), digest(wanted))) return undefined
  return 'Send the control token that mmgraph was started with: Authorization: Bearer CONTROL_TOKEN.'
}

function refusalOfCaller(context: Context, host: string): string | undefined {
  const stranger = refusalOfStranger(context, host, 'The control API', '; start with --control-token')
  if (stranger) return stranger
  const origin = context.req.header('origin')
  if (origin && !isLoopback(hostNameOf(origin.replace(/^\w+:\/\//, '')))) {
    return `A page of ${origin} may not use the control API.`
  }
  return undefined
}

/** A caller of another machine, or one that names another server. */
export function refusalOfStranger(
  context: Context,
  host: string,
  what = 'The dialog',
  otherwise = '',
): string | undefined {
  const address = remoteAddress(context)
  if (!isLoopbackAddress(address)) {
    return `${what} answers callers on this machine only, and ${address} is none${otherwise}.`
  }
  const named = hostNameOf(context.req.header('host') ?? 'localhost')
  if (isLoopback(named) || named === host) return undefined
  return `The Host header names ${named}, which is not this server; call it by 127.0.0.1 or localhost.`
}

/** Without a socket the call came from within this process. */
function remoteAddress(context: Context): string {
  const { incoming } = (context.env ?? {}) as Partial<HttpBindings>
  return incoming ? (getConnInfo(context).remote.address ?? 'an unknown address') : '127.0.0.1'
}

function isLoopbackAddress(address: string): boolean {
  return isLoopback(address.replace(/^::ffff:/, ''))
}

/** `[::1]:4020` -> `[::1]`, `localhost:4020` -> `localhost`. */
function hostNameOf(host: string): string {
  return host.replace(/:\d+$/, '').toLowerCase()
}
