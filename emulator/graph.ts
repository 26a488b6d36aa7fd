import type { ErrorDefinition } from '../contracts/errors/definition.ts'
import { errors } from '../contracts/errors.ts'
import { faultInWords } from '../contracts/faults.ts'
import type { TokenPlace } from '../contracts/history.ts'
import { redact, redactText } from '../contracts/redact.ts'
import { addressOf } from '../contracts/sources.ts'
import { answer, type ShakeHands } from './answer.ts'
import { answerBatch, isBatch } from './batch.ts'
import { isRecord, textOf } from './body.ts'
import { type Call, type PlacedCall, placeCall } from './call.ts'
import { edgeHeaders, edgePage } from './edge-page.ts'
import { envelope, errorOf, Failure, NotBuilt } from './failure.ts'
import { ascii, authenticateHeader, headersOf } from './headers.ts'
import { addError } from './hourly.ts'
import { answerMany, isMany } from './many.ts'
import { Interrupted, meetFaultForAll } from './meet-fault.ts'
import { memo } from './memo.ts'
import { WireFile } from './model/uploaded-file.ts'
import { after, attempt, type Paused } from './pause.ts'
import type { Progress } from './run.ts'
import { digestOf } from './world/digest.ts'
import type { WireFault } from './world/fault.ts'
import type { KeptExchange } from './world/records.ts'
import type { World } from './world/world.ts'

/** What goes back, before it is written as text. */
export interface Reply {
  readonly status: number
  readonly headers: Record<string, string>
  readonly body: unknown
  /** What becomes of it on its way, where a test asked for that. */
  readonly fault: WireFault | undefined
}

/** A reply in the making: `headers` are those beyond what every reply has. */
interface Made {
  readonly status: number
  readonly headers: Readonly<Record<string, string>> | undefined
  readonly body: unknown
  readonly failure?: Failure
}

/**
 * Answers one call in its world, whatever happens, and keeps the exchange. The answer comes at once, unless a callback
 * must be asked first or a report is long: a promise would cost each read a fifth of its time.
 * @param part it is one of several in one
 */
export function reply(call: PlacedCall, world: World, shake: ShakeHands, part?: true): Paused<Reply> {
  const progress: Progress = part ? { headers: {}, warnings: [], part } : { headers: {}, warnings: [] }
  const at = world.now
  const trace = world.ids.trace()
  const failed = (error: unknown): Made => madeOf(error, world, trace, call.hint)
  const made = attempt(() => after(answerAny(call, world, shake, progress), succeeded), failed)
  return after(made, (done) => finished(call, world, at, trace, progress, done))
}

function finished(call: PlacedCall, world: World, at: number, trace: string, progress: Progress, made: Made): Reply {
  if (made.failure && progress.hour) addError(world, progress.hour)
  keep(call, world, at, trace, progress, made)
  const { contract, wire: fault } = progress
  const basis = contract?.basis ?? (made.failure ? errors[made.failure.error].basis : 'documented')
  const described = `${contract?.name ?? 'graph'}; basis=${basis}`
  const values = { version: call.version, trace, debug: world.ids.debug, world: world.id, contract: described }
  const headers: Record<string, string> = headersOf(values, made.status >= 400)
  Object.assign(headers, made.headers, progress.headers)
  const body = call.legacy ? withWarnings(call, made, progress) : made.body
  if (fault) return faulty({ status: made.status, headers, body, fault }, world, fault)
  return { status: made.status, headers, body, fault }
}

/** The edge of Graph has headers of its own; any other answer says what becomes of it. */
function faulty(answer: Reply, world: World, fault: WireFault): Reply {
  const headers = 'page' in fault ? edgeHeaders(world.id) : answer.headers
  return { ...answer, headers: { ...headers, 'x-mmgraph-fault': faultInWords(fault) } }
}

function succeeded(body: unknown): Made {
  return { status: 200, headers: undefined, body }
}

function madeOf(error: unknown, world: World, trace: string, hint: string | undefined): Made {
  if (error instanceof Failure) return refusal(error, world, trace, hint)
  if (error instanceof NotBuilt) return gap(error)
  if (error instanceof Interrupted) return interrupted(error.fault)
  console.error(error)
  const body = { mmgraph: 'bug', message: 'This is a bug of mmgraph and no answer of Graph; its log has the stack.' }
  return { status: 500, headers: { 'x-mmgraph': 'bug' }, body }
}

/** Status 0: there is no answer. */
function interrupted(fault: WireFault): Made {
  if ('page' in fault) return { status: fault.page, headers: undefined, body: edgePage }
  return { status: 0, headers: undefined, body: null }
}

/** A batch and `ids=` are several calls in one; everything else is one. */
function answerAny(call: PlacedCall, world: World, shake: ShakeHands, progress: Progress): Paused<unknown> {
  const part = (inner: Call): Paused<Reply> => reply(placeCall(inner, world.graphNow), world, shake, true)
  const isInOne = isBatch(call)
  if (!isInOne && !isMany(call)) return answer(call, world, shake, progress)
  if (!progress.part) meetFaultForAll(call, world, progress)
  const { headers, warnings } = progress
  if (isInOne) return answerBatch(call, world, part)
  return answerMany(call, (inner) => answer(inner, world, shake, { headers, warnings, part: true }))
}

function refusal(failure: Failure, world: World, trace: string, hint: string | undefined): Made {
  const wire = errorOf(failure, world.rulings)
  const headers = {
    'www-authenticate': authenticateHeader(wire),
    'x-mmgraph-error': failure.error,
    'x-mmgraph-why': ascii(hint ? `${failure.why}; ${hint}` : failure.why),
    'x-mmgraph-source': ascii(sourcesOf(failure)),
    ...(failure.error === 'callback_host_refused' && { 'x-mmgraph': 'callback-not-allowed' }),
  }
  return { status: wire.status, headers, body: envelope(wire, trace), failure }
}

/** A header is no place for twenty captures; COVERAGE.md has them all. */
const MOST_SOURCES = 3

function sourcesOf({ error }: Failure): string {
  const { sources }: ErrorDefinition = errors[error]
  const named = sources.slice(0, MOST_SOURCES).map(addressOf).join('; ')
  return sources.length > MOST_SOURCES ? `${named}; and ${sources.length - MOST_SOURCES} more` : named
}

function gap({ message }: NotBuilt): Made {
  const body = { mmgraph: 'not-implemented', message: `${message} is known and not answered yet; see COVERAGE.md` }
  return { status: 501, headers: { 'x-mmgraph': 'not-implemented' }, body }
}

/** `debug=all` adds what the caller should know, in an object beside the reply. @see sources graph-debugging */
function withWarnings({ params, asked, version }: PlacedCall, { status, body }: Made, progress: Progress): unknown {
  const wanted = ['all', 'warning'].includes(textOf(params.debug) ?? '')
  if (!wanted || status !== 200 || Array.isArray(body) || typeof body !== 'object' || body instanceof WireFile)
    return body
  const died = asked && asked !== version ? [`${asked} has ended; the call was served by ${version}`] : []
  const messages = [...died, ...progress.warnings].map((message) => ({ message, type: 'warning' }))
  return { ...body, __debug__: { messages } }
}

function keep(call: PlacedCall, world: World, at: number, trace: string, progress: Progress, made: Made): void {
  const { failure } = made
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
    status: wire && 'drop' in wire ? 0 : made.status,
    reply: isSend ? made.body : redact(brief(made.body)),
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
