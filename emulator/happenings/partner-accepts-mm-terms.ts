import { noParams } from '../../contracts/shapes.ts'
import { happening } from '../happening.ts'

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
    world.put({ ...business, partnerTermsAcceptedAt: now })
    return undefined
  },
)
