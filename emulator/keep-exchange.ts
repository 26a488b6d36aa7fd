import { faultInWords } from '../contracts/faults.ts'
import type { TokenPlace } from '../contracts/history.ts'
import { redact, redactText } from '../contracts/redact.ts'
import { isRecord } from './body.ts'
import type { PlacedCall } from './call.ts'
import { type Failure, sourcesOf } from './failure.ts'
import { memo } from './memo.ts'
import type { Progress } from './run.ts'
import { digestOf } from './world/digest.ts'
import type { KeptExchange } from './world/records.ts'
import type { World } from './world/world.ts'

/** What became of a call. */
interface Outcome {
  /** When it came in. */
  readonly at: number
  readonly trace: string
  readonly progress: Progress
  readonly status: number
  readonly body: unknown
  readonly failure?: Failure
}

/** Keeps a call and its answer in the log of the world, without a secret. */
export function keepExchange(call: PlacedCall, world: World, outcome: Outcome): void {
  const { at, trace, progress, status, body, failure } = outcome
  const { wire } = progress
  // A send by a token of ours is kept as it came, and its secrets are taken out when somebody looks: sends are many.
  const isSend = progress.contract?.sends === true && progress.session !== undefined
  const { path, params } = isSend ? { path: `/${call.segments.join('/')}`, params: call.params } : redactedOnce(call)
  world.exchanges.add((n) => ({
    n,
    at,
    method: call.method,
    path,
    params,
    status: wire && 'drop' in wire ? 0 : status,
    reply: isSend ? body : redact(brief(body)),
    trace,
    operation: progress.contract?.name,
    as: nameOf(progress, world),
    ...tokenOf(call),
    ...(progress.part && { part: true }),
    error: failure?.error,
    why: failure && redactText(failure.why),
    source: failure && sourcesOf(failure),
    ...regainOf(progress, failure),
    ...faultOf(progress),
    ...(isSend && { raw: true }),
  }))
}

/** What a test asked for. */
function faultOf({ wire, injected }: Progress): Pick<KeptExchange, 'fault' | 'injected'> {
  return { ...(wire && { fault: faultInWords(wire) }), ...(injected && { injected }) }
}

/** A name for a token that does not tell it. Clients have few tokens, and each call pays for this look. */
const tagOf = memo(1000, (token) => digestOf(token).slice(0, 8))

/** Nothing where none was sent. */
function tokenOf(call: PlacedCall): { readonly tokenIn?: TokenPlace; readonly token?: string } {
  return call.token === undefined ? {} : { tokenIn: placeOfToken(call), token: tagOf(call.token) }
}

function placeOfToken({ params, url }: PlacedCall): TokenPlace {
  if (typeof params.access_token !== 'string' || !params.access_token) return 'header'
  return url.search.includes('access_token=') ? 'query' : 'body'
}

/** What the usage header says of when a caller may call again, where it says so. */
function regainOf({ headers }: Progress, failure: Failure | undefined): { readonly regain?: number } {
  if (!failure) return {}
  const minutes = /"estimated_time_to_regain_access":([1-9]\d*)/.exec(headers['x-business-use-case-usage'] ?? '')?.[1]
  return minutes ? { regain: Number(minutes) } : {}
}

/** Of a long list its beginning is kept. */
const MOST_KEPT = 100

function brief(body: unknown): unknown {
  if (!isRecord(body) || !Array.isArray(body.data) || body.data.length <= MOST_KEPT) return body
  return { ...body, data: body.data.slice(0, MOST_KEPT) }
}

interface Asked {
  readonly path: string
  readonly params: unknown
}

/** Calls with the same URL share their parameters, so these are gone through once. */
const redacted = new WeakMap<object, Asked>()

function redactedOnce({ method, segments, params }: PlacedCall): Asked {
  const known = redacted.get(params)
  if (known) return known
  const asked = { path: redactText(`/${segments.join('/')}`), params: redact(params) }
  if (method === 'GET') redacted.set(params, asked)
  return asked
}

/** The name that the world has for the token, else its kind. */
function nameOf({ session }: Progress, world: World): string | undefined {
  return session && (world.nameOfToken(session.token.value) ?? session.kind)
}
