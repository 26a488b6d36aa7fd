import { errors } from '../contracts/errors.ts'
import { addressOf } from '../contracts/sources.ts'
import { answer, type Progress, type ShakeHands, UNVERSIONED } from './answer.ts'
import type { Call } from './call.ts'
import { envelope, errorOf, Failure, NotBuilt } from './failure.ts'
import { redact, redactText } from './redact.ts'
import type { KeptExchange, World } from './world/world.ts'

/** What goes back over the wire. */
export interface Reply {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: object
}

/** Answers one call in its world, whatever happens, and keeps the exchange. */
export async function reply(call: Call, world: World, shake: ShakeHands): Promise<Reply> {
  const progress: Progress = {}
  const at = world.now
  const trace = world.ids.trace()
  const made = await attempt(call, world, shake, progress, trace)
  const contract = progress.contract
  const headers = {
    'content-type': 'application/json; charset=UTF-8',
    'facebook-api-version': call.version ?? UNVERSIONED,
    'access-control-allow-origin': '*',
    'x-fb-request-id': trace,
    'x-mmgraph-world': world.id,
    'x-mmgraph-contract': `${contract?.name ?? 'graph'}; basis=${contract?.basis ?? made.basis ?? 'documented'}`,
    ...made.headers,
  }
  keep(call, world, at, progress, made)
  return { status: made.status, headers, body: made.body }
}

interface Made extends Reply {
  readonly basis?: string
  readonly failure?: Failure
}

async function attempt(call: Call, world: World, shake: ShakeHands, progress: Progress, trace: string): Promise<Made> {
  try {
    const body = (await answer(call, world, shake, progress)) as object
    return { status: 200, headers: { 'cache-control': 'private, no-cache, no-store, must-revalidate' }, body }
  } catch (error) {
    if (error instanceof Failure) return refusal(error, world, trace)
    if (error instanceof NotBuilt) return gap(error)
    console.error(error)
    const body = { mmgraph: 'bug', message: 'This is a bug of mmgraph and no answer of Graph; its log has the stack.' }
    return { status: 500, headers: { 'x-mmgraph': 'bug' }, body }
  }
}

/** @see sources capture-www-authenticate, capture-headers */
function refusal(failure: Failure, world: World, trace: string): Made {
  const definition = errors[failure.error]
  const wire = errorOf(failure, world.rulings)
  const kind = wire.code === 190 ? 'invalid_token' : 'invalid_request'
  const headers = {
    'cache-control': 'no-store',
    'www-authenticate': `OAuth "Facebook Platform" "${kind}" "${ascii(wire.message)}"`,
    'x-mmgraph-error': failure.error,
    'x-mmgraph-why': ascii(failure.why),
    'x-mmgraph-source': ascii(definition.sources.map(addressOf).join('; ')),
    ...(failure.error === 'callback_host_refused' && { 'x-mmgraph': 'callback-not-allowed' }),
  }
  return { status: wire.status, headers, body: envelope(wire, trace), basis: definition.basis, failure }
}

function gap({ message }: NotBuilt): Made {
  const body = { mmgraph: 'not-implemented', message: `${message} is known and not answered yet; see COVERAGE.md` }
  return { status: 501, headers: { 'x-mmgraph': 'not-implemented' }, body }
}

function keep(call: Call, world: World, at: number, progress: Progress, made: Made): void {
  const { failure } = made
  const as = nameOf(progress, world)
  const entry: Omit<KeptExchange, 'n'> = {
    at,
    method: call.method,
    path: redactText(call.url.pathname),
    params: redact(call.params),
    status: made.status,
    reply: redact(made.body),
    ...(progress.contract && { operation: progress.contract.name }),
    ...(as && { as }),
    ...(failure && {
      error: failure.error,
      why: redactText(failure.why),
      source: errors[failure.error].sources.map(addressOf).join('; '),
    }),
  }
  world.exchanges.add(entry)
}

/** The name that the world has for the token, else its kind. */
function nameOf({ session }: Progress, world: World): string | undefined {
  if (!session) return undefined
  const { value, kind } = session.token
  return Object.keys(world.tokenNames).find((name) => world.tokenNames[name] === value) ?? kind
}

/** Headers are ASCII and one line, and clients take only so much of them. */
function ascii(text: string): string {
  const plain = text.replaceAll(/[^\x20-\x7e]/g, (character) =>
    character === '\n' ? ' ' : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return plain.length > LONGEST_HEADER ? `${plain.slice(0, LONGEST_HEADER)}...` : plain
}

const LONGEST_HEADER = 1000
