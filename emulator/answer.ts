import type { OperationContract } from '../contracts/operation.ts'
import { admit } from './admit.ts'
import { isRecord, textOf } from './body.ts'
import type { PlacedCall } from './call.ts'
import { Failure } from './failure.ts'
import { useFault } from './faults.ts'
import { valuesAt } from './json-path.ts'
import { checkDateFormat } from './legacy.ts'
import { checkPath, findNode, findOperation, rootOperation } from './locate.ts'
import { meetFault } from './meet-fault.ts'
import { Pause } from './pause.ts'
import { count } from './rate.ts'
import { guard, type Progress, run } from './run.ts'
import { authenticate, type Session } from './session.ts'
import { typedParams } from './typed-params.ts'
import type { Handshake } from './webhooks/handshake.ts'
import type { ErrorFault } from './world/fault.ts'
import type { World } from './world/world.ts'

/** Asks the callback of a call for its challenge. Absent where the call names none. */
export type ShakeHands = (callback: string, verifyToken: string, world: World) => Promise<Handshake>

/**
 * One call -> one reply. The order of the checks is a claim about Graph: what is wrong with the path is said before
 * anybody asks for a token, an invisible node looks like an absent one, and parameters come last.
 * @throws Failure, NotBuilt
 */
export function answer(call: PlacedCall, world: World, shake: ShakeHands, progress: Progress): unknown {
  checkPath(call)
  if (call.problem) throw call.problem
  checkDateFormat(call)
  const session = sessionOf(call, world)
  if (session) progress.session = session
  const node = findNode(call, session, world)
  const operation = findOperation(call, node.nodeType)
  progress.contract = operation.contract
  if (session) {
    count(session, operation.contract, node, world, progress)
    admit(call, session, operation.contract, node, world, progress.headers)
  }
  const aimed = world.faults.length > 0 && { contract: operation.contract, node, params: call.params }
  const fault = aimed ? meetFault(world, aimed, progress) : undefined
  const params = typedParams(operation.contract.params, call.params, call.method === 'GET')
  const found = { call, world, session, operation, params, node, progress, fault: fault?.error }
  const callback = callbackOf(operation.contract, params)
  if (!callback) return fault ? sent(world, fault, run(found, undefined)) : run(found, undefined)
  guard(found)
  return new Pause<unknown>(
    'handshake',
    () => shake(callback.url, callback.verifyToken, world),
    (handshake) => run(found, handshake as Handshake),
  )
}

/** A message takes the fault that a webhook tells. A call that is refused, or sends none, leaves it to the next. */
function sent(world: World, fault: ErrorFault, reply: unknown): unknown {
  if (isRecord(reply) && 'messages' in reply) useFault(world, fault)
  return reply
}

/** @throws Failure what the contract names for a caller without a good token, or what `authenticate` throws */
function sessionOf(call: PlacedCall, world: World): Session | undefined {
  const auth = rootOperation(call)?.contract.auth
  if (auth?.anonymous) return undefined
  try {
    return authenticate(call, world)
  } catch (error) {
    const otherwise = auth?.otherwise?.session
    throw otherwise && error instanceof Failure ? new Failure(otherwise, error.why) : error
  }
}

function callbackOf(
  { handshake }: OperationContract,
  params: Readonly<Record<string, unknown>>,
): { url: string; verifyToken: string } | undefined {
  const url = handshake && valuesAt(params, handshake.callback)[0]
  return typeof url === 'string' && url
    ? { url, verifyToken: textOf(valuesAt(params, handshake.token)[0]) ?? '' }
    : undefined
}
