import { noParams } from '../../contracts/shapes.ts'
import { happening } from '../happening.ts'
import { pendingRequestTo } from '../model/onboarding-status.ts'

// No webhook: none is documented for a rejection.
export const clientRejectsMmInvitation = happening(
  {
    name: 'client_rejects_mm_invitation',
    says: 'An admin of a client rejects the invitation of a partner; nobody is told, and the mail stops',
    nodes: { business: 'Business' },
    params: noParams,
    sources: ['guide: until they either onboard or reject the invitation'],
  },
  ({ nodes: { business }, world, refuse }) => {
    const request = pendingRequestTo(world, business.id)
    if (!request) return refuse(`${business.name} has no invitation to reject; the Intent API sends one`)
    world.put({ ...request, request_status: 'DECLINE' })
    return { request: request.id }
  },
)
