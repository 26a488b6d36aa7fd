import { noParams } from '../../contracts/shapes.ts'
import { happening } from '../happening.ts'
import { acceptRequest } from '../model/onboarding.ts'
import { pendingRequestTo } from '../model/onboarding-status.ts'
import { whyNoCustomer } from '../model/solution-customers.ts'

export const clientAcceptsMmTerms = happening(
  {
    name: 'client_accepts_mm_terms',
    says: 'An admin of a client follows the invitation of a partner and accepts the Marketing Messages terms',
    nodes: { business: 'Business' },
    params: noParams,
    sources: ['guide: Wait for the onboarding confirmation webhook', 'account-update: MM_LITE_TERMS_SIGNED'],
  },
  ({ nodes: { business }, world, refuse, notify }) => {
    if (business.termsSignedAt) refuse(`${business.name} has accepted the terms already`)
    const request = pendingRequestTo(world, business.id)
    if (!request) return refuse(`${business.name} has no invitation to accept; the Intent API sends one`)
    const full = whyNoCustomer(world, request.solutionId, business.id)
    if (full) return refuse(full)
    return acceptRequest(world, request, notify)
  },
)
