import { noParams } from '../../contracts/shapes.ts'
import { happening } from '../happening.ts'

export const mmRequestExpires = happening(
  {
    name: 'mm_request_expires',
    says: 'A client has not answered a request of the Intent API for 90 days; only under a side of mm-request-expiry',
    nodes: { request: 'BusinessAgreement' },
    params: noParams,
    internal: true,
    sources: ['codegen: BusinessAgreement'],
  },
  ({ nodes: { request }, world }) => {
    if (request.request_status === 'PENDING') world.put({ ...request, request_status: 'EXPIRED' })
    return undefined
  },
)
