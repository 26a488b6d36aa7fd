import type { NodeType } from '../contracts/node.ts'
import { notBuilt, notBuiltPaths } from '../contracts/not-built.ts'
import { edgeOperations } from '../contracts/operations.ts'
import { isIn, type KnownVersion } from '../contracts/versions.ts'
import type { Call } from './call.ts'
import { fail, NotBuilt } from './failure.ts'
import type { Operation } from './implement.ts'
import { behaviours } from './operations.ts'
import type { Session } from './session.ts'
import type { AnyEntity } from './world/entities.ts'
import type { World } from './world/world.ts'

const byKey = new Map(behaviours.map((operation) => [keyOf(operation.contract), operation]))
const unbuilt = new Set(
  Object.entries(notBuilt).flatMap(([on, edges]) =>
    Object.entries(edges).flatMap(([edge, methods]) => methods.map((method) => keyOf({ method, on, edge }))),
  ),
)
const edges = new Set([
  ...edgeOperations.map((contract) => contract.edge),
  ...Object.values(notBuilt).flatMap((known) => Object.keys(known)),
])
const METHODS = new Set(['GET', 'POST', 'DELETE'])

/**
 * What is wrong with a path before anybody looks at the token.
 * @throws Failure root_unsupported, path_unknown, method_unsupported
 */
export function checkPath(call: Call): void {
  const [node, edge, ...rest] = call.path
  const method = call.method.toLowerCase()
  if (!METHODS.has(call.method)) {
    fail('method_unsupported', `the method is ${call.method}; Graph has GET, POST and DELETE`, { method })
  }
  if (node === undefined) fail('root_unsupported', 'the path names no node', { method })
  if (notBuiltPaths.includes(node)) throw new NotBuilt(`/${node}`)
  if (edge === undefined) return
  if (rest.length > 0 || !edges.has(edge)) {
    const path = rest.length > 0 && edges.has(edge) ? rest.join('/') : call.path.slice(1).join('/')
    fail('path_unknown', `no node type has an edge /${path}${versionHint(node)}`, { path })
  }
}

/**
 * The node that the path names.
 * @throws Failure alias_unknown, object_missing_on_get, object_missing_on_post, object_missing_on_delete
 */
export function findNode(call: Call, session: Session, world: World): AnyEntity {
  const [segment = ''] = call.path
  const id = segment === 'me' ? (session.token.subjectId ?? '') : segment === 'app' ? session.app.id : segment
  if (segment === 'me' && !id) fail('token_missing_for_me', 'an app token has no current user')
  const node = world.find(id)
  if (node) return node
  if (!/^(act_)?\d+$/.test(id)) {
    fail('alias_unknown', `'${id}' is no id${versionHint(id)}; ids are digits`, { alias: id })
  }
  return missing(call, id, `no node of the world ${world.id} has this id`)
}

/** Graph's answer for an id that is not there, or not for this caller to see. */
export function missing(call: Call, id: string, why: string): never {
  if (call.method === 'POST') fail('object_missing_on_post', `${id}: ${why}`, { id })
  if (call.method === 'DELETE') fail('object_missing_on_delete', `${id}: ${why}`, { id })
  return fail('object_missing_on_get', `${id}: ${why}`, { id })
}

/**
 * The operation for a method on a node or edge.
 * @throws Failure field_unknown, method_unsupported; NotBuilt for what Graph has and this emulator does not
 */
export function findOperation(call: Call, type: NodeType, version: KnownVersion): Operation {
  const [, edge] = call.path
  const found = byKey.get(keyOf({ method: call.method, on: type, edge }))
  if (found && isIn(found.contract, version)) return found
  const other = ['GET', 'POST', 'DELETE'].some((method) => {
    const key = keyOf({ method, on: type, edge })
    return byKey.has(key) || unbuilt.has(key)
  })
  if (unbuilt.has(keyOf({ method: call.method, on: type, edge })) || (edge === undefined && other)) {
    throw new NotBuilt(`${call.method} ${type}${edge ? `/${edge}` : ''}`)
  }
  if (other) {
    const method = call.method.toLowerCase()
    return fail('method_unsupported', `${type} has the edge ${edge}, but not for ${call.method}`, { method })
  }
  return fail('field_unknown', `the id names a ${type}, which has no edge ${edge}`, { field: edge ?? '', type })
}

/** A segment like v99.0 was not taken for a version, which deserves a word. */
function versionHint(segment: string): string {
  return /^v\d+\.\d+$/.test(segment) ? ` (and ${segment} is no version that Graph has)` : ''
}

function keyOf(parts: { method: string; on: string; edge?: string | undefined }): string {
  return `${parts.method} ${parts.on}/${parts.edge ?? ''}`
}
