import { readOperations } from '../../contracts/operations.ts'
import { implement, type Operation } from '../implement.ts'
import { otherNumber } from '../model/media.ts'
import { nodeMetadata } from '../model/metadata.ts'
import type { AnyEntity } from '../world/entities.ts'

interface ReadParams {
  readonly fields?: unknown
  readonly metadata?: boolean
  readonly phone_number_id?: string
}

/** Why a node looks absent to a call that may see it. Undefined: it does not. */
function absent(node: AnyEntity, { phone_number_id }: ReadParams): string | undefined {
  return node.nodeType === 'WhatsAppBusinessMedia' ? otherNumber(node, phone_number_id) : undefined
}

/** Reading a node is one behaviour for every type of node. */
export const readNodes: readonly Operation[] = readOperations.map((contract) =>
  implement(contract, ({ node: found, params, read, version, origin, fail }) => {
    const node = found as AnyEntity
    const { fields, metadata } = params as ReadParams
    const why = absent(node, params as ReadParams)
    if (why) fail('object_missing_on_get', why, { id: node.id })
    const reply = read(node, fields)
    return metadata ? { ...reply, metadata: nodeMetadata(node, version, origin) } : reply
  }),
)
