import type { FieldContract } from '../contracts/node.ts'
import { nodes } from '../contracts/nodes.ts'
import { notBuilt } from '../contracts/not-built.ts'
import { edgeOperations } from '../contracts/operations.ts'
import { isIn, type KnownVersion } from '../contracts/versions.ts'
import { isRecord } from './call.ts'
import { fail, NotBuilt } from './failure.ts'
import type { Selection } from './fields.ts'
import { derivedFields } from './node-fields.ts'
import type { Session } from './session.ts'
import type { AnyEntity } from './world/entities.ts'
import type { World } from './world/world.ts'

/** Who reads, in which world and version. */
export interface View {
  readonly world: World
  readonly session: Session
  readonly version: KnownVersion
}

/**
 * What Graph shows of a node: the fields asked for (the default fields where none are), and always the id.
 * A field without a value, or for which a permission is lacking, is left out.
 * @throws Failure field_unknown; NotBuilt
 */
export function read(node: AnyEntity, wanted: readonly Selection[] | undefined, view: View): Record<string, unknown> {
  const reply: Record<string, unknown> = {}
  for (const selection of wanted ?? defaultsOf(node)) {
    const field = fieldOf(node, selection, view.version)
    const value = lacksPermission(field, view.session) ? undefined : fieldValue(node, selection, field, view)
    if (value !== undefined) reply[selection.name] = value
  }
  reply.id ??= node.id
  return reply
}

function defaultsOf(node: AnyEntity): readonly Selection[] {
  return defaults[node.nodeType] ?? []
}

const defaults = Object.fromEntries(
  Object.values(nodes).map((contract) => [
    contract.type,
    Object.entries(contract.fields)
      .filter(([, field]) => field.default)
      .map(([name]) => ({ name, modifiers: [], sub: undefined })),
  ]),
) as Readonly<Record<string, readonly Selection[]>>

function fieldOf(node: AnyEntity, { name }: Selection, version: KnownVersion): FieldContract {
  const type = node.nodeType
  const fields = nodes[type].fields
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined
  if (field?.notBuilt) throw new NotBuilt(`the field ${name} of ${type}`)
  if (field && isIn(field, version)) return field
  if (isEdge(type, name)) throw new NotBuilt(`the edge ${name} of ${type} inside fields`)
  const until = field?.until ? `; it ended with ${field.until} and the call is ${version}` : ''
  return fail('field_unknown', `${type} has no field ${name}${until}`, { field: name, type })
}

function isEdge(type: AnyEntity['nodeType'], name: string): boolean {
  if (Object.hasOwn(notBuilt[type] ?? {}, name)) return true
  return edgeOperations.some((contract) => contract.on === type && contract.edge === name)
}

function lacksPermission({ permissions = [] }: FieldContract, { token }: Session): boolean {
  return permissions.some((permission) => !token.scopes.includes(permission))
}

function fieldValue(node: AnyEntity, selection: Selection, field: FieldContract, view: View): unknown {
  const derive = derivedFields[node.nodeType]?.[selection.name]
  const value = derive
    ? derive(node as never, view.world, view.session)
    : (node as unknown as Record<string, unknown>)[selection.name]
  if (field.node) {
    const target = view.world.get(field.node, value as string | undefined)
    return target && read(target, selection.sub, view)
  }
  return selection.sub && isRecord(value) ? pick(value, selection.sub) : value
}

/** Chosen keys of a plain object. */
function pick(value: Record<string, unknown>, wanted: readonly Selection[]): Record<string, unknown> {
  return Object.fromEntries(
    wanted
      .filter(({ name }) => value[name] !== undefined)
      .map(({ name, sub }) => [name, sub && isRecord(value[name]) ? pick(value[name], sub) : value[name]]),
  )
}
