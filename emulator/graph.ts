import type { ErrorDefinition } from '../contracts/errors/definition.ts'
import { errors } from '../contracts/errors.ts'
import { addressOf } from '../contracts/sources.ts'
import { answer, type Progress, type ShakeHands } from './answer.ts'
import { answerBatch, isBatch } from './batch.ts'
import { type Call, type PlacedCall, placeCall } from './call.ts'
import { envelope, errorOf, Failure, NotBuilt } from './failure.ts'
import { ascii, authenticateHeader, REFUSAL_HEADERS, SUCCESS_HEADERS } from './headers.ts'
import { hasLegacyProtocol } from './legacy.ts'
import { answerMany, isMany } from './many.ts'
import { redact, redactText } from './redact.ts'
import type { KeptExchange, World } from './world/world.ts'

/** What goes back, before it is written as text. */
export interface Reply {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: unknown
}

interface Made extends Reply {
  readonly failure?: Failure
}

/** Answers one call in its world, whatever happens, and keeps the exchange. */
export async function reply(read: Call, world: World, shake: ShakeHands): Promise<Reply> {
  const call = placeCall(read, world.graphNow)
  const progress: Progress = { headers: {}, warnings: [] }
  const at = world.now
  const trace = world.ids.trace()
  const made = await attempt(call, world, shake, progress, trace)
  keep(call, world, at, progress, made)
  const { contract } = progress
  const basis = contract?.basis ?? (made.failure ? errors[made.failure.error].basis : 'documented')
  const headers = {
    ...made.headers,
    ...progress.headers,
    'facebook-api-version': call.version,
    'x-fb-request-id': trace,
    'x-fb-trace-id': trace.slice(1, 12),
    'x-fb-debug': world.ids.debug(trace),
    'x-mmgraph-world': world.id,
    'x-mmgraph-contract': `${contract?.name ?? 'graph'}; basis=${basis}`,
  }
  return {
    status: made.status,
    headers,
    body: hasLegacyProtocol(call, world) ? withWarnings(call, made, progress) : made.body,
  }
}

async function attempt(
  call: PlacedCall,
  world: World,
  shake: ShakeHands,
  progress: Progress,
  trace: string,
): Promise<Made> {
  try {
    const body = await answerAny(call, world, shake, progress)
    return { status: 200, headers: SUCCESS_HEADERS, body }
  } catch (error) {
    if (error instanceof Failure) return refusal(error, world, trace)
    if (error instanceof NotBuilt) return gap(error)
    console.error(error)
    const body = { mmgraph: 'bug', message: 'This is a bug of mmgraph and no answer of Graph; its log has the stack.' }
    return { status: 500, headers: { ...REFUSAL_HEADERS, 'x-mmgraph': 'bug' }, body }
  }
}

/** A batch and `ids=` are several calls in one; everything else is one. */
function answerAny(call: PlacedCall, world: World, shake: ShakeHands, progress: Progress): unknown {
  const part = (inner: Call): Promise<Reply> => reply(inner, world, shake)
  if (isBatch(call)) return answerBatch(call, world, part)
  if (isMany(call))
    return answerMany(call, world, (inner) => answer(inner, world, shake, { headers: {}, warnings: progress.warnings }))
  return answer(call, world, shake, progress)
}

function refusal(failure: Failure, world: World, trace: string): Made {
  const wire = errorOf(failure, world.rulings)
  const headers = {
    ...REFUSAL_HEADERS,
    'www-authenticate': authenticateHeader(wire),
    'x-mmgraph-error': failure.error,
    'x-mmgraph-why': ascii(failure.why),
    'x-mmgraph-source': ascii(sourcesOf(failure)),
    ...(failure.error === 'callback_host_refused' && { 'x-mmgraph': 'callback-not-allowed' }),
  }
  return { status: wire.status, headers, body: envelope(wire, trace), failure }
}

function sourcesOf({ error }: Failure): string {
  const { sources }: ErrorDefinition = errors[error]
  return sources.map(addressOf).join('; ')
}

function gap({ message }: NotBuilt): Made {
  const body = { mmgraph: 'not-implemented', message: `${message} is known and not answered yet; see COVERAGE.md` }
  return { status: 501, headers: { ...REFUSAL_HEADERS, 'x-mmgraph': 'not-implemented' }, body }
}

/** `debug=all` adds what the caller should know, in an object beside the reply. @see sources graph-debugging */
function withWarnings({ params, asked, version }: PlacedCall, { status, body }: Made, progress: Progress): unknown {
  const wanted = ['all', 'warning'].includes(String(params.debug))
  if (!wanted || status !== 200 || Array.isArray(body) || typeof body !== 'object') return body
  const died = asked && asked !== version ? [`${asked} has ended; the call was served by ${version}`] : []
  const messages = [...died, ...progress.warnings].map((message) => ({ message, type: 'warning' }))
  return { ...body, __debug__: { messages } }
}

function keep(call: PlacedCall, world: World, at: number, progress: Progress, made: Made): void {
  const { failure } = made
  const as = nameOf(progress, world)
  const entry: Omit<KeptExchange, 'n'> = {
    at,
    method: call.method,
    path: redactText(`/${call.segments.join('/')}`),
    params: redact(call.params),
    status: made.status,
    reply: redact(made.body),
    ...(progress.contract && { operation: progress.contract.name }),
    ...(as && { as }),
    ...(failure && { error: failure.error, why: redactText(failure.why), source: sourcesOf(failure) }),
  }
  world.exchanges.add(entry)
}

/** The name that the world has for the token, else its kind. */
function nameOf({ session }: Progress, world: World): string | undefined {
  if (!session) return undefined
  const { value, kind } = session.token
  return Object.keys(world.tokenNames).find((name) => world.tokenNames[name] === value) ?? kind
}
