import { noParams } from '../../contracts/shapes.ts'
import { happening } from '../happening.ts'
import { permissionsToRequest } from '../model/app-review.ts'

// The card has "Request permission" before "Continue to integration guide": that a request which waits is enough is assumed.
export const partnerAcceptsMmTerms = happening(
  {
    name: 'partner_accepts_mm_terms',
    says: 'A partner accepts the Marketing Messages terms in its App Dashboard',
    nodes: { business: 'Business' },
    params: noParams,
    sources: ['guide: Register yourself for MM API for WhatsApp'],
  },
  ({ nodes: { business }, world, now, refuse }) => {
    if (!business.partner) return refuse(`${business.name} is no partner`)
    if (business.partnerTermsAcceptedAt) return refuse(`${business.name} has accepted the partner terms already`)
    const lacking = permissionsToRequest(world, business.id)
    if (lacking.length > 0) {
      return refuse(`${business.name} has to request ${lacking.join(' and ')} first: happening app_requests_permission`)
    }
    world.put({ ...business, partnerTermsAcceptedAt: now })
    return undefined
  },
)
