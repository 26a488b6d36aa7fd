import { readOperations } from '../../contracts/operations.ts'
import { parseFields } from '../fields.ts'
import { implement, type Operation } from '../implement.ts'
import { read } from '../read.ts'

/** Reading a node is one behaviour for every type of node. */
export const readNodes: readonly Operation[] = readOperations.map((contract) =>
  implement(contract, ({ node, params, world, session, version }) =>
    read(node, parseFields((params as { fields?: string }).fields), { world, session, version }),
  ),
)
