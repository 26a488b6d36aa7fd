import { readOperations } from '../../contracts/operations.ts'
import { implement, type Operation } from '../implement.ts'
import { nodeMetadata } from '../model/metadata.ts'
import type { AnyEntity } from '../world/entities.ts'

interface ReadParams {
  readonly fields?: unknown
  readonly metadata?: boolean
}

/** Reading a node is one behaviour for every type of node. */
export const readNodes: readonly Operation[] = readOperations.map((contract) =>
  implement(contract, ({ node, params, read, version, origin }) => {
    const { fields, metadata } = params as ReadParams
    const reply = read(node as AnyEntity, fields)
    return metadata ? { ...reply, metadata: nodeMetadata(node as AnyEntity, version, origin) } : reply
  }),
)
