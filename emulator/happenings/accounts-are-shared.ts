import { noParams } from '../../contracts/shapes.ts'
import { happening } from '../happening.ts'
import { tellOfSharing } from '../model/partner-news.ts'

const nodes = { account: 'WhatsAppBusinessAccount', partner: 'Business' } as const

/** Said by a legacy guide only; no newer page gives a number: assumed. */
const MOST_PARTNERS = 2

export const clientSharesAccount = happening(
  {
    name: 'client_shares_account',
    says: 'An admin of a client shares an account of theirs with a partner in Business Settings',
    nodes,
    params: noParams,
    sources: ['account-update: PARTNER_ADDED', 'manage-webhooks: PARTNER_ADDED'],
  },
  ({ nodes: { account, partner }, world, notify, refuse }) => {
    if (!partner.partner) return refuse(`${partner.name} is no partner`)
    if (account.onBehalfOfId)
      return refuse(`${account.name} is held on behalf of a client; it is to be transferred first`)
    if (account.ownerId === partner.id) return refuse(`${account.name} is ${partner.name}'s own`)
    if (account.sharedWith.includes(partner.id)) return refuse(`${account.name} is shared with ${partner.name} already`)
    if (account.sharedWith.length >= MOST_PARTNERS) {
      return refuse(`${account.name} is shared with ${MOST_PARTNERS} partners, and no more are allowed`)
    }
    const shared = world.put({ ...account, sharedWith: [...account.sharedWith, partner.id] })
    tellOfSharing(world, notify, 'PARTNER_ADDED', shared, [partner.id])
    return undefined
  },
)

// What the partner's tokens reached by the share, they reach no longer: assumed, as access follows assets.
export const clientUnsharesAccount = happening(
  {
    name: 'client_unshares_account',
    says: 'An admin of a client ends the share of an account with a partner in Business Settings',
    nodes,
    params: noParams,
    sources: ['account-update: PARTNER_REMOVED'],
  },
  ({ nodes: { account, partner }, world, notify, refuse }) => {
    if (!account.sharedWith.includes(partner.id)) return refuse(`${account.name} is not shared with ${partner.name}`)
    const left = account.sharedWith.filter((id) => id !== partner.id)
    const apps = account.subscribedApps.filter(
      ({ appId }) => world.need('Application', appId).businessId !== partner.id,
    )
    const alone = world.put({ ...account, sharedWith: left, subscribedApps: apps })
    tellOfSharing(world, notify, 'PARTNER_REMOVED', alone, [partner.id])
    return undefined
  },
)
