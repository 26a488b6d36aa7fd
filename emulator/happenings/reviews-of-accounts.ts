import { certificationReasons, certificationStatuses } from '../../contracts/account-shapes.ts'
import { happening } from '../happening.ts'
import { accountsOwnedBy, sharedBetween } from '../model/accounts.ts'

const decisions = ['APPROVED', 'REJECTED', 'PENDING', 'DEFERRED'] as const

export const accountIsReviewed = happening(
  {
    name: 'account_is_reviewed',
    says: 'Meta reviews an account against its policies; until it is APPROVED it cannot be used',
    nodes: { account: 'WhatsAppBusinessAccount' },
    params: { type: 'object', properties: { decision: { enum: decisions } }, required: ['decision'] },
    sources: ['account-review'],
  },
  ({ nodes: { account }, params: { decision }, world, notify }) => {
    // The field has no DEFERRED: a decision that was put off is pending.
    world.put({ ...account, account_review_status: decision === 'DEFERRED' ? 'PENDING' : decision })
    notify({ waba: account.id, field: 'account_review_update', value: { decision } })
    return undefined
  },
)

/** What a business is afterwards; one whose submission was discarded stays what it was. Assumed: no page pairs the two. */
const VERIFICATION: Readonly<Record<string, string>> = {
  APPROVED: 'verified',
  FAILED: 'failed',
  PENDING: 'pending',
  REVOKED: 'revoked',
}

export const partnerLedVerificationIsDecided = happening(
  {
    name: 'partner_led_verification_is_decided',
    says: 'Meta decides about the verification of a client that a partner submitted',
    nodes: { business: 'Business', partner: 'Business' },
    params: {
      type: 'object',
      properties: {
        status: { enum: certificationStatuses },
        reasons: { type: 'array', items: { enum: certificationReasons }, minItems: 1 },
      },
      required: ['status'],
    },
    sources: ['account-update: PARTNER_CLIENT_CERTIFICATION_STATUS_UPDATE'],
  },
  ({ nodes: { business, partner }, params: { status, reasons }, world, notify, refuse }) => {
    const shared = sharedBetween(world, partner.id, business.id)
    if (shared.length === 0) return refuse(`${business.name} shares no account with ${partner.name}`)
    if (reasons && status !== 'FAILED') return refuse(`with.reasons: what is ${status} was not rejected`)
    if (!reasons && status === 'FAILED') return refuse('with.reasons: why it was rejected is missing')
    const verification = VERIFICATION[status] ?? business.verification_status
    world.put({ ...business, verification_status: verification })
    for (const account of accountsOwnedBy(world, business.id)) {
      world.put({ ...account, business_verification_status: verification })
    }
    const info = { client_business_id: business.id, status, rejection_reasons: reasons ?? ['NONE'] }
    const value = { event: 'PARTNER_CLIENT_CERTIFICATION_STATUS_UPDATE', partner_client_certification_info: info }
    for (const { id } of shared) notify({ waba: id, field: 'account_update', value, to: [partner.id] })
    return undefined
  },
)
