import { nodes } from '../../contracts/nodes.ts'
import { notBuilt } from '../../contracts/not-built.ts'
import { edgeOperations } from '../../contracts/operations.ts'
import { isIn, type Version } from '../../contracts/versions.ts'
import type { AnyEntity } from '../world/entities.ts'

/** What `metadata=1` adds to a node: its fields, its type, and the addresses of its edges. @see sources graph-debugging */
export function nodeMetadata(node: AnyEntity, version: Version, origin: string): object {
  const fields = Object.entries(nodes[node.nodeType].fields)
    .filter(([, field]) => isIn(field, version))
    .map(([name, { schema }]) => ({ name, type: String(schema.type ?? 'enum') }))
  const built = edgeOperations.filter(({ on, method }) => on === node.nodeType && method === 'GET')
  const edges = [...built.map(({ edge = '' }) => edge), ...Object.keys(notBuilt[node.nodeType] ?? {})].sort()
  const connections = edges.map((edge) => [edge, `${origin}/${version}/${node.id}/${edge}`])
  return { fields, type: node.nodeType.toLowerCase(), connections: Object.fromEntries(connections) }
}
