import { redact } from '../../contracts/redact.ts'
import { plans } from '../../contracts/verify/plans.ts'
import { viewOf } from '../../emulator/control/world-view.ts'
import { createEmulator } from '../../emulator/emulator.ts'
import type { VerifyOptions } from '../../emulator/verify/verify.ts'
import { readWorld } from '../../emulator/world/load.ts'
import type { RealGraph } from '../../scenarios/real-graph.ts'
import { need } from '../kit.ts'

// biome-ignore lint/suspicious/noExplicitAny: replies, bent by tests
export type Json = any

/** How a fake Graph deviates: it gets what would be answered, and answers another. */
export type Deviation = (call: {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly status: number
  readonly reply: Json
}) => { readonly status?: number; readonly reply?: Json; readonly headers?: Record<string, string> } | undefined

export interface FakeGraph extends RealGraph {
  /** Every call that came: `GET /v24.0/123`. */
  readonly calls: string[]
  /** Tokens and secrets that it was shown or could tell. */
  readonly secrets_: readonly string[]
}

/** A Graph that has no control API: an emulator behind a proxy, which bends what it answers. */
export function fakeGraph(deviates: Deviation = () => undefined, more: Partial<RealGraph> = {}): FakeGraph {
  const emulator = createEmulator({ limits: 'off' })
  const { change } = need(plans.find(({ name }) => name === 'ready'))
  const file = merged(readWorld('ready-to-send').file, change)
  const { world } = emulator.worlds.create('fake', file as never)
  const { names, people, tokens, secrets } = viewOf(world)
  const calls: string[] = []
  const fetch = async (url: string, init: RequestInit = {}): Promise<Response> => {
    const { pathname, searchParams: query } = new URL(url)
    const method = init.method ?? 'GET'
    calls.push(`${method} ${pathname}`)
    if (pathname.startsWith('/_mmgraph'))
      return Response.json({ error: { message: 'no', code: 2500 } }, { status: 400 })
    const answer = await emulator.fetch(new Request(url, init))
    if (!answer.headers.get('content-type')?.includes('json')) return answer
    const reply = await answer.json()
    const bent = deviates({ method, path: pathname, query, status: answer.status, reply })
    const headers = Object.fromEntries([...answer.headers].filter(([name]) => !name.startsWith('x-mmgraph')))
    const all = { ...headers, ...bent?.headers }
    return new Response(JSON.stringify(bent?.reply ?? reply), { status: bent?.status ?? answer.status, headers: all })
  }
  const known = { ...names, ...people }
  const graph = { url: 'http://127.0.0.1', fetch, names: known, tokens, secrets, redact, mayWrite: false, ...more }
  return { ...graph, calls, secrets_: [...Object.values(tokens), ...Object.values(secrets)] }
}

/** As the control API lays a change over a world file. */
function merged(base: unknown, change: unknown): unknown {
  if (typeof change !== 'object' || change === null || Array.isArray(change)) return change
  const copy: Record<string, unknown> = { ...(base as object | undefined) }
  for (const [key, value] of Object.entries(change)) copy[key] = merged(copy[key], value)
  return copy
}

export const options: VerifyOptions = {
  title: 'a fake Graph',
  now: Date.parse('2026-03-02T09:00:00Z'),
  version: 'v24.0',
  allowed: { writes: false },
  compare: [],
}
