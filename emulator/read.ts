import type { FieldContract } from '../contracts/node.ts'
import { nodes } from '../contracts/nodes.ts'
import { isIn, type Version } from '../contracts/versions.ts'
import { isRecord } from './body.ts'
import { fail, NotBuilt } from './failure.ts'
import { fieldsText, type Selection } from './fields.ts'
import { isUnbuiltEdge } from './locate.ts'
import { derivedFields } from './node-fields.ts'
import type { Session } from './session.ts'
import type { AnyEntity } from './world/entities.ts'
import type { World } from './world/world.ts'

/** Who reads, in which world and version. */
export interface View {
  readonly world: World
  readonly session: Session
  readonly version: Version
  /** Where links lead back to. */
  readonly origin: string
  /** What `debug=all` tells the caller. */
  readonly warnings: string[]
  /** Reads an edge of a node, for `fields` that name one. Undefined: the node has no such edge; null: it is left out. */
  readonly edge: (
    node: AnyEntity,
    name: string,
    args: Readonly<Record<string, string>>,
    fields: string | undefined,
  ) => object | null | undefined
}

/**
 * What Graph shows of a node: the fields asked for (the default fields where none are), and always the id.
 * A field without a value, or for which a permission is lacking, is left out.
 * @throws Failure field_unknown; NotBuilt
 */
export function read(node: AnyEntity, wanted: readonly Selection[] | undefined, view: View): Record<string, unknown> {
  const reply: Record<string, unknown> = {}
  for (const selection of wanted ?? defaults[node.nodeType] ?? []) {
    const field = fieldOf(node, selection, view)
    const value = field ? readField(node, selection, field, view) : readEdge(node, selection, view)
    if (value !== undefined) reply[selection.alias ?? selection.name] = value
  }
  reply.id ??= node.id
  return reply
}

const defaults = Object.fromEntries(
  Object.values(nodes).map((contract) => [
    contract.type,
    Object.entries(contract.fields)
      .filter(([, field]) => field.default)
      .map(([name]) => ({ name, args: {}, alias: undefined, sub: undefined })),
  ]),
) as Readonly<Record<string, readonly Selection[]>>

function fieldOf(node: AnyEntity, { name }: Selection, view: View): FieldContract | undefined {
  const { fields } = nodes[node.nodeType]
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined
  if (field?.notBuilt) throw new NotBuilt(`the field ${name} of ${node.nodeType}`)
  return field && !field.edge && isThere(field, view) ? field : undefined
}

/** A field that a version has, or that a ruling leaves where it was. */
function isThere(field: FieldContract, { version, world }: View): boolean {
  return isIn(field, version) || (field.afterwards !== undefined && world.rulings[field.afterwards] === 'answered')
}

function readEdge(node: AnyEntity, { name, args, sub }: Selection, view: View): object | undefined {
  const type = node.nodeType
  const edge = view.edge(node, name, args, sub && fieldsText(sub))
  if (edge !== undefined) return edge ?? undefined
  if (isUnbuiltEdge(type, name)) throw new NotBuilt(`the edge ${name} of ${type}`)
  const { fields } = nodes[type]
  const { until, afterwards }: Partial<FieldContract> = (Object.hasOwn(fields, name) && fields[name]) || {}
  if (until && afterwards && view.world.rulings[afterwards] === 'deprecated') {
    const since = `v${Number.parseInt(until.slice(1), 10) + 1}.0`
    fail('field_deprecated', `${name} of ${type} ended with ${until} and the call is ${view.version}`, {
      field: name,
      since,
    })
  }
  const ended = until ? `; it ended with ${until} and the call is ${view.version}` : ''
  return fail('field_unknown', `${type} has no field ${name}${ended}`, { field: name, type })
}

function readField(node: AnyEntity, selection: Selection, field: FieldContract, view: View): unknown {
  const lacking = field.permissions?.find((permission) => !view.session.token.scopes.includes(permission))
  if (lacking) {
    view.warnings.push(`The field ${selection.name} was left out: it needs the permission ${lacking}`)
    return undefined
  }
  const value = plainValue(node, selection.name, view)
  if (field.node) {
    const target = view.world.get(field.node, value as string | undefined)
    return target && read(target, selection.sub, view)
  }
  return selection.sub && isRecord(value) ? pick(value, selection.sub) : value
}

function plainValue(node: AnyEntity, name: string, view: View): unknown {
  const derive = derivedFields[node.nodeType]?.[name]
  if (derive) return derive(node as never, view.world, view.session, view.origin)
  return (node as unknown as Record<string, unknown>)[name]
}

/** Chosen keys of a plain object. */
function pick(value: Record<string, unknown>, wanted: readonly Selection[]): Record<string, unknown> {
  return Object.fromEntries(
    wanted
      .filter(({ name }) => value[name] !== undefined)
      .map(({ name, sub }) => [name, sub && isRecord(value[name]) ? pick(value[name], sub) : value[name]]),
  )
}
