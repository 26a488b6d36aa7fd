import { redact } from '../../contracts/redact.ts'
import type { PlayOptions } from '../../scenarios/play-all.ts'
import { CannotPlay, type Fetch } from '../../scenarios/stage.ts'
import { isLoopback } from '../webhooks/callbacks.ts'
import { openCallback } from './callback.ts'
import { readEnvironment } from './environment-file.ts'
import { inProcess } from './in-process.ts'
import { interruption } from './interrupt.ts'
import { ownerHere } from './left-worlds.ts'

/** What the command line says of where scenarios are played. */
export interface TargetCommand {
  readonly target?: string
  readonly controlToken?: string
  readonly token: Readonly<Record<string, string>>
  readonly env?: string
  readonly allowWrites?: true
  /** What the command line calls the target: `--target` where absent. */
  readonly called?: string
  /** It is Graph itself, whatever its address. */
  readonly real?: true
}

/** Where scenarios are played, until it is closed. */
export interface Theatre {
  readonly stage: PlayOptions['stage']
  readonly close: () => Promise<void>
}

/** @throws CannotPlay when nobody answers there, or it does not let us */
export async function openTarget(command: TargetCommand): Promise<Theatre> {
  const { target, called = '--target' } = command
  if (target === undefined) {
    checkAlone(command, called)
    return { stage: inProcess, close: () => Promise.resolve() }
  }
  const url = addressOf(target, called)
  const fetch = fetcher(url, called, command.controlToken)
  if (command.real || new URL(url).hostname === GRAPH) return openReal(url, fetch, { ...command, called })
  await checkEmulator(url, called, fetch)
  return openRunning(url, fetch)
}

/** Where real Graph answers. */
const GRAPH = 'graph.facebook.com'

function checkAlone({ controlToken, token, env, allowWrites, real }: TargetCommand, called: string): void {
  const given = {
    '--control-token': controlToken,
    '--token': Object.keys(token)[0],
    '--env': env,
    '--allow-writes': allowWrites,
    '--real': real,
  }
  const [flag] = Object.entries(given).find(([, value]) => value !== undefined) ?? []
  if (flag) throw new CannotPlay(`${flag} goes with ${called}`)
}

/** `https://graph.facebook.com`: calls have the path, and their steps the version. @throws CannotPlay */
export function addressOf(target: string, called: string): string {
  const url = URL.canParse(target) ? new URL(target) : undefined
  const isPlain = url && ['http:', 'https:'].includes(url.protocol) && `${url.username}${url.search}${url.hash}` === ''
  if (!isPlain) throw new CannotPlay(`${called}: it must be an address like http://127.0.0.1:4020`)
  if (/[^/]/.test(url.pathname)) {
    throw new CannotPlay(`${called}: it must have no path: ${url.origin}, without ${url.pathname}`)
  }
  return url.origin
}

/** Real milliseconds for one call. */
const PATIENCE = 60_000

/** Shows the control token to the control API alone. */
export function fetcher(target: string, called: string, controlToken: string | undefined): Fetch {
  return async (url, init = {}) => {
    const isControl = url.startsWith(`${target}/_mmgraph/`)
    const authorization = isControl && controlToken ? { authorization: `Bearer ${controlToken}` } : {}
    const headers = { ...(init.headers as Record<string, string> | undefined), ...authorization }
    try {
      return await globalThis.fetch(url, { ...chunked({ ...init, headers }), signal: AbortSignal.timeout(PATIENCE) })
    } catch (error) {
      // That a call of Graph breaks off may be what a fault is for: it is the step's to judge.
      if (!isControl && error instanceof TypeError) throw error
      throw new CannotPlay(`${called}: ${target} does not answer: ${reasonOf(error as Error)}`)
    }
  }
}

/** Fetch sends in chunks what is a stream, and lets nobody name the header for it. */
function chunked(init: RequestInit): RequestInit {
  const { 'transfer-encoding': coding, ...headers } = init.headers as Record<string, string>
  if (coding !== 'chunked' || !init.body) return init
  return { ...init, headers, body: new Response(init.body).body, duplex: 'half' } as RequestInit
}

function reasonOf({ message, cause }: Error): string {
  const { code, message: deeper } = (cause ?? {}) as { code?: string; message?: string }
  return code ?? deeper ?? message
}

/** @throws CannotPlay when it has no control API, or that does not let us in */
export async function checkEmulator(url: string, called: string, fetch: Fetch): Promise<void> {
  const answer = await fetch(`${url}/_mmgraph/health`)
  const body = (await answer.json().catch(() => null)) as Health | null
  if (answer.ok && body?.status === 'ok') return
  // Errors of Graph have a code.
  const isRefusal = [401, 403].includes(answer.status) && body?.error !== undefined && body.error.code === undefined
  if (isRefusal) throw new CannotPlay(`${called}: ${url} refuses: ${body.error?.message} Here that is --control-token.`)
  const gave = answer.ok ? 'something else' : answer.status
  throw new CannotPlay(
    `${called}: no mmgraph answers at ${url} (GET /_mmgraph/health gave ${gave}); --real says that it is Graph itself`,
  )
}

interface Health {
  readonly status?: string
  readonly error?: { readonly message?: string; readonly code?: number }
}

/** Worlds are made there, and dropped again, also when Ctrl-C or SIGTERM ends it. */
async function openRunning(url: string, fetch: Fetch): Promise<Theatre> {
  const callback = await openCallback()
  const { signal, forget } = interruption()
  const untilEnded: Fetch = (path, init) => {
    if (signal.aborted && init?.method !== 'DELETE') return Promise.reject(signal.reason)
    return fetch(path, init)
  }
  const target = { url, fetch: untilEnded, callback: callback.url, isShared: true, owner: ownerHere() } as const
  return { stage: () => ({ target, close: () => undefined }), close: () => callback.close().finally(forget) }
}

/** Tokens go over the network in the clear to nobody. */
function openReal(url: string, fetch: Fetch, { token, env, called, ...command }: TargetCommand): Theatre {
  const { protocol, hostname } = new URL(url)
  if (protocol === 'http:' && !isLoopback(hostname)) {
    throw new CannotPlay(`${called}: ${hostname} is not on this machine: it needs https`)
  }
  if (command.controlToken !== undefined) throw new CannotPlay(`--control-token: ${url} has no control API`)
  const { names, tokens, secrets } = env === undefined ? NOTHING : readEnvironment(env)
  const mayWrite = command.allowWrites === true
  const target = { url, fetch, names, tokens: { ...tokens, ...token }, secrets, redact, mayWrite }
  return { stage: () => ({ target, close: () => undefined }), close: () => Promise.resolve() }
}

const NOTHING = { names: {}, tokens: {}, secrets: {} }
