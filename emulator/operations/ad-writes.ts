import { adWrites as contracts } from '../../contracts/operations/ad-writes.ts'
import { implement, type Operation } from '../implement.ts'

export const adWrites: readonly Operation[] = contracts.map((contract) =>
  implement(contract, ({ node, fail }) =>
    fail('ad_account_read_only', `${node.nodeType} ${node.id} follows message templates: nobody writes to it`),
  ),
)
