import type { OperationContract } from '../contracts/operation.ts'
import type { KnownVersion } from '../contracts/versions.ts'
import { authorize, maySee } from './authorize.ts'
import type { Call } from './call.ts'
import { perform } from './effects.ts'
import { fail } from './failure.ts'
import { parseFields } from './fields.ts'
import type { Context, Operation } from './implement.ts'
import { checkPath, findNode, findOperation, missing } from './locate.ts'
import { pageOf } from './paging.ts'
import { read } from './read.ts'
import { authenticate, type Session } from './session.ts'
import { typedParams } from './typed-params.ts'
import type { Handshake } from './webhooks/handshake.ts'
import type { AnyEntity, Entities } from './world/entities.ts'
import type { World } from './world/world.ts'

/** What became known of a call on its way, for the headers and the log; filled in as far as the call came. */
export interface Progress {
  contract?: OperationContract
  session?: Session
}

/** Asks the callback of a call for its challenge. Absent where the call names none. */
export type ShakeHands = (callback: string, verifyToken: string, world: World) => Promise<Handshake>

/** The version that calls without one get: that of the app, as its dashboard would say. */
export const UNVERSIONED: KnownVersion = 'v25.0'

/**
 * One call -> one reply. The order of the checks is a claim about Graph: what is wrong with the path is said before
 * anybody asks for a token, an invisible node looks like an absent one, and parameters come last.
 * @throws Failure, NotBuilt
 */
export function answer(call: Call, world: World, shake: ShakeHands, progress: Progress): unknown {
  checkPath(call)
  if (call.problem) throw call.problem
  const session = authenticate(call, world)
  progress.session = session
  const node = findNode(call, session, world)
  const version = call.version ?? UNVERSIONED
  const operation = findOperation(call, node.nodeType, version)
  progress.contract = operation.contract
  if (operation.contract.auth.reach !== 'anyone' && !maySee(session, node, world)) {
    missing(call, node.id, `it exists, but the business of this token has nothing to do with it`)
  }
  authorize(session, operation.contract, node, world)
  const params = typedParams(operation.contract.params, call.params)
  const found = { call, world, session, version, operation, params, node }
  const callback = callbackOf(operation.contract, params)
  if (!callback) return handle(found, undefined)
  run(found, undefined, operation.guard)
  return shake(callback.url, callback.verifyToken, world).then((handshake) => handle(found, handshake))
}

/** A call with all that was found out about it. */
interface Found {
  readonly call: Call
  readonly world: World
  readonly session: Session
  readonly version: KnownVersion
  readonly operation: Operation
  readonly params: Record<string, unknown>
  readonly node: AnyEntity
}

function handle(found: Found, handshake: Handshake | undefined): unknown {
  const { call, world, session, version, operation, params } = found
  const result = run(found, handshake, operation.handle)
  const view = { world, session, version }
  if (operation.contract.lists) {
    const page = pageOf(result as readonly Entities['WhatsAppBusinessAccount'][], params, call)
    const fields = parseFields(params.fields)
    return { ...page, data: page.data.map((item) => read(item, fields, view)) }
  }
  return result
}

/** Runs a part of a behaviour: all of it or nothing. The node is looked up anew, as a handshake may have come between. */
function run(found: Found, handshake: Handshake | undefined, part: Operation['handle'] | undefined): unknown {
  const { world, session, version, params, node } = found
  if (!part) return undefined
  return perform(world, (effects) => {
    const context: Context<OperationContract> = {
      ...effects,
      node: world.need(node.nodeType, node.id),
      params,
      session,
      world,
      version,
      now: world.now,
      fail: fail as never,
      handshake,
    }
    return part(context as never)
  })
}

function callbackOf(
  { handshake }: OperationContract,
  params: Readonly<Record<string, unknown>>,
): { url: string; verifyToken: string } | undefined {
  const url = handshake && params[handshake.callback]
  return url ? { url: String(url), verifyToken: String(params[handshake.token] ?? '') } : undefined
}
