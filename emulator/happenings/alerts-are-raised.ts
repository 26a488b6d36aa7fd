import { flag, noParams } from '../../contracts/shapes.ts'
import { happening } from '../happening.ts'
import { accountsOwnedBy } from '../model/accounts.ts'
import { tellOfAlert } from '../model/alerts.ts'
import { nextTier } from '../model/messaging-limit.ts'

const phoneNode = { phone: 'WhatsAppBusinessAccountToNumberCurrentStatus' } as const

const OUTCOMES = {
  deferred: 'INCREASED_CAPABILITIES_ELIGIBILITY_DEFERRED',
  failed: 'INCREASED_CAPABILITIES_ELIGIBILITY_FAILED',
  need_more_info: 'INCREASED_CAPABILITIES_ELIGIBILITY_NEED_MORE_INFO',
} as const

export const messagingLimitStays = happening(
  {
    name: 'messaging_limit_stays',
    says: 'Meta does not raise the messaging limit of a portfolio: it defers the decision, refuses, or wants to know more',
    nodes: { business: 'Business' },
    params: {
      type: 'object',
      properties: { outcome: { enum: Object.keys(OUTCOMES) as (keyof typeof OUTCOMES)[] } },
    },
    sources: ['account-alerts', 'messaging-limits: Denials'],
  },
  ({ nodes: { business }, params: { outcome = 'deferred' }, world, notify, refuse }) => {
    if (!nextTier(business.messagingLimit)) return refuse(`${business.name} has no limit`)
    for (const { id } of accountsOwnedBy(world, business.id)) tellOfAlert(notify, id, OUTCOMES[outcome], business)
    return { limit: business.messagingLimit }
  },
)

export const officialAccountIsDecided = happening(
  {
    name: 'official_account_is_decided',
    says: 'Meta makes a number an Official Business Account, or does not (`approved`)',
    nodes: phoneNode,
    params: { type: 'object', properties: { approved: flag }, required: ['approved'] },
    sources: ['account-alerts: OBA_APPROVED, OBA_REJECTED'],
  },
  ({ nodes: { phone }, params: { approved }, world, notify, refuse }) => {
    if (phone.is_official_business_account) return refuse(`${phone.display_phone_number} is one already`)
    if (approved) world.put({ ...phone, is_official_business_account: true })
    tellOfAlert(notify, phone.accountId, approved ? 'OBA_APPROVED' : 'OBA_REJECTED', phone)
    return undefined
  },
)

export const profilePictureIsLost = happening(
  {
    name: 'profile_picture_is_lost',
    says: 'The picture of the business profile of a number is deleted',
    nodes: phoneNode,
    params: noParams,
    sources: ['account-alerts: PROFILE_PICTURE_LOST'],
  },
  ({ nodes: { phone }, world, notify, refuse }) => {
    const { profile_picture_url: picture, ...profile } = phone.profile ?? {}
    if (picture === undefined) return refuse(`the profile of ${phone.display_phone_number} has no picture`)
    world.put({ ...phone, profile })
    tellOfAlert(notify, phone.accountId, 'PROFILE_PICTURE_LOST', phone)
    return undefined
  },
)
