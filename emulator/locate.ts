import { nodes } from '../contracts/nodes.ts'
import { notBuilt, notBuiltPaths, notBuiltTypes } from '../contracts/not-built.ts'
import type { OperationTarget } from '../contracts/operation.ts'
import { edgeOperations } from '../contracts/operations.ts'
import { isIn, type Version } from '../contracts/versions.ts'
import type { PlacedCall } from './call.ts'
import { fail, NotBuilt } from './failure.ts'
import type { Operation } from './implement.ts'
import { digitsOf } from './model/digits.ts'
import { behaviours } from './operations.ts'
import type { Session } from './session.ts'
import type { AnyEntity, GraphRoot } from './world/entities.ts'
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
const fieldNames = new Set(Object.values(nodes).flatMap(({ fields }) => Object.keys(fields)))
/** Edges of types of which no node can be here yet, like the numbers of an account. */
const edgesOfUnbuiltTypes = new Set(
  Object.values(notBuiltTypes)
    .flat()
    .filter((edge) => !edges.has(edge)),
)
const rootSegments = new Set(edgeOperations.filter(({ on }) => on === 'Graph').map(({ edge }) => edge?.split('/')[0]))
const METHODS = ['GET', 'POST', 'DELETE']
const ROOT: GraphRoot = { nodeType: 'Graph', id: '' }

/**
 * What is wrong with a path before anybody looks at the token.
 * @throws Failure root_unsupported, path_unknown, method_unsupported; NotBuilt
 */
export function checkPath(call: PlacedCall): void {
  const [node, ...rest] = call.path
  const method = call.method.toLowerCase()
  if (!METHODS.includes(call.method)) {
    fail('method_unsupported', `the method is ${call.method}; Graph has GET, POST and DELETE`, { method })
  }
  // Without a token the root says that one is needed: a published client tests its credentials there.
  if (node === undefined && !call.token) return
  if (node === undefined) fail('root_unsupported', 'the path names no node', { method })
  if (rootOperation(call)) return
  if (byKey.has(keyOf({ method: 'GET', on: 'Graph', edge: call.path.join('/') }))) {
    fail('method_unsupported', `/${call.path.join('/')} is not for ${call.method}`, { method })
  }
  if (notBuiltPaths.includes(node)) throw new NotBuilt(`/${call.path.join('/')}`)
  if (rest.length > 0) checkEdge(call, node, rest)
}

function checkEdge(call: PlacedCall, node: string, segments: readonly string[]): void {
  const edge = segments.join('/')
  if (edgesOfUnbuiltTypes.has(edge)) throw new NotBuilt(`/{id}/${edge}`)
  if (isEdgeOfAny(edge)) return
  const [first = '', ...rest] = segments
  const path = rest.length > 0 && isEdgeOfAny(first) ? rest.join('/') : edge
  const why = `no edge /${path} is known${versionHint(node, call)}; if Graph has it, this is a gap: see COVERAGE.md`
  fail('path_unknown', why, { path })
}

function isEdgeOfAny(name: string): boolean {
  return edges.has(name) || fieldNames.has(name)
}

/** The operation of a path that names no node, like `/debug_token`. A POST for a token is the same as a GET. */
export function rootOperation(call: PlacedCall): Operation | undefined {
  if (!rootSegments.has(call.path[0])) return undefined
  const edge = call.path.join('/')
  const method = call.method === 'POST' && edge.startsWith('oauth/') ? 'GET' : call.method
  return byKey.get(keyOf({ method, on: 'Graph', edge }))
}

/**
 * The node that the path names.
 * @throws Failure alias_unknown, token_missing_for_me, object_missing_on_get (_post, _delete)
 */
export function findNode(call: PlacedCall, session: Session | undefined, world: World): AnyEntity | GraphRoot {
  if (!session) return ROOT
  const [segment = ''] = call.path
  if (rootOperation(call)) return ROOT
  const id = aliased(segment, session)
  if (!id) fail('token_missing_for_me', 'an app token has no current user')
  const node = world.find(id)
  if (node) return node
  if (!/^(act_)?\d+$/.test(id)) {
    fail('alias_unknown', `'${id}' is no id${versionHint(id, call)}; ids are digits`, { alias: id })
  }
  return missing(call, id, `no node of the world ${world.id} has this id${idHint(id, world)}`)
}

/** A phone number has an id of its own, and `ad_account_id` is not all of the id: beginners take one for the other. */
function idHint(id: string, world: World): string {
  if (world.get('AdAccount', `act_${id}`)) return `; the id of this ad account is act_${id}`
  const number = world
    .list('WhatsAppBusinessAccountToNumberCurrentStatus')
    .find(({ display_phone_number }) => digitsOf(display_phone_number) === id)
  return number ? `; it is the number whose id is ${number.id}` : ''
}

/** Graph's answer for an id that is not there, or not for this caller to see. */
export function missing(call: PlacedCall, id: string, why: string): never {
  if (call.method === 'POST') fail('object_missing_on_post', `${id}: ${why}`, { id })
  if (call.method === 'DELETE') fail('object_missing_on_delete', `${id}: ${why}`, { id })
  return fail('object_missing_on_get', `${id}: ${why}`, { id })
}

/**
 * The operation for a method on a node or edge.
 * @throws Failure field_unknown, method_unsupported; NotBuilt for what Graph has and this emulator does not
 */
export function findOperation(call: PlacedCall, on: OperationTarget): Operation {
  const root = on === 'Graph' ? rootOperation(call) : undefined
  if (root) return root
  const edge = call.path.length > 1 ? call.path.slice(1).join('/') : undefined
  const found = byKey.get(keyOf({ method: call.method, on, edge }))
  if (found && isIn(found.contract, call.version)) return found
  if (unbuilt.has(keyOf({ method: call.method, on, edge })) || edge === undefined) {
    throw new NotBuilt(`${call.method} ${on}${edge ? `/${edge}` : ''}`)
  }
  if (METHODS.some((method) => isKnown({ method, on, edge }))) {
    const method = call.method.toLowerCase()
    return fail('method_unsupported', `${on} has the edge ${edge}, but not for ${call.method}`, { method })
  }
  return fail('field_unknown', `the id names a ${on}, which has no edge ${edge}`, { field: edge, type: on })
}

/** The behaviour behind an edge that can be read, for `fields` that name an edge. */
export function edgeToRead(on: OperationTarget, edge: string, version: Version): Operation | undefined {
  const found = byKey.get(keyOf({ method: 'GET', on, edge }))
  return found && isIn(found.contract, version) ? found : undefined
}

/** Whether Graph has an edge that this emulator does not answer. */
export function isUnbuiltEdge(on: OperationTarget, edge: string): boolean {
  return unbuilt.has(keyOf({ method: 'GET', on, edge }))
}

function isKnown(parts: { method: string; on: string; edge: string }): boolean {
  const key = keyOf(parts)
  return byKey.has(key) || unbuilt.has(key)
}

function aliased(segment: string, session: Session): string | undefined {
  if (segment === 'me') return session.token.subjectId
  // The id of an upload has an end like a query, which some clients encode.
  if (segment.startsWith('upload:')) return segment.split('?')[0]
  return segment === 'app' ? session.app.id : segment
}

/** A segment like v99.0 was not taken for a version, which deserves a word. */
function versionHint(segment: string, call: PlacedCall): string {
  if (!/^v\d+\.\d+$/.test(segment)) return ''
  return ` (and ${segment} is no version that Graph has on that day; without one a call is ${call.version})`
}

function keyOf(parts: { method: string; on: string; edge?: string | undefined }): string {
  return `${parts.method} ${parts.on}/${parts.edge ?? ''}`
}
