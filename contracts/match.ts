import type { OperationContract } from './operation.ts'
import { edgeOperations, readOperations } from './operations.ts'

/**
 * The contracts that a call may be about, by its method and its path without a version: `/debug_token`, `/123`,
 * `/123/message_templates`. What the id names is not known, so there may be several; none: no contract is like it.
 */
export function contractsFor(method: string, path: string): readonly OperationContract[] {
  const segments = path.split('/').filter(Boolean)
  const whole = segments.join('/')
  const root = edgeOperations.filter(({ on, edge }) => on === 'Graph' && edge === whole)
  if (root.length > 0) return root.filter((contract) => contract.method === method)
  if (segments.length === 0) return []
  const edge = segments.length > 1 ? segments.slice(1).join('/') : undefined
  const onNodes = edgeOperations.filter((contract) => contract.on !== 'Graph' && contract.edge === edge)
  return [...(edge === undefined ? readOperations : []), ...onNodes].filter((contract) => contract.method === method)
}
