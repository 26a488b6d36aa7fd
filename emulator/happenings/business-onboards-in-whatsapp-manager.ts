import { noParams } from '../../contracts/shapes.ts'
import { happening } from '../happening.ts'
import { accountsToLink, signUninvited } from '../model/onboarding.ts'

export const businessOnboardsInWhatsappManager = happening(
  {
    name: 'business_onboards_in_whatsapp_manager',
    says: 'An admin accepts the Marketing Messages terms in WhatsApp Manager, without any invitation',
    nodes: { business: 'Business' },
    params: noParams,
    sources: ['guide: Self-onboard via WhatsApp Manager', 'mm-changelog: 2025-09-08, by any method'],
  },
  ({ nodes: { business }, world, refuse, notify }) => {
    // Accounts that left come back this way: assumed, pages tell that they leave and not how they return.
    if (business.termsSignedAt && accountsToLink(world, business).length === 0)
      refuse(`${business.name} has accepted the terms already`)
    return signUninvited(world, business, notify)
  },
)
