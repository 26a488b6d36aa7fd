import { getInProgressOnBehalfRequests as contract } from '../../contracts/operations/get-in-progress-on-behalf-requests.ts'
import { implement } from '../implement.ts'

export const getInProgressOnBehalfRequests = implement(contract, ({ node, world }) =>
  world
    .list('BusinessOwnedObjectOnBehalfOfRequest')
    .filter(({ business_owned_object, status }) => business_owned_object === node.id && status === 'IN_PROGRESS'),
)
