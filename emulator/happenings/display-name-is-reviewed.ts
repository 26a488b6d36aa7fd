import { rejectionReasons } from '../../contracts/nodes/phone-number.ts'
import { happening } from '../happening.ts'
import { digitsOf } from '../model/digits.ts'
import type { PhoneNumber } from '../world/number.ts'

const DECISIONS = ['APPROVED', 'DEFERRED', 'PENDING', 'REJECTED'] as const
type Decision = (typeof DECISIONS)[number]

/** @see sources display-names */
const STATUS = {
  APPROVED: 'APPROVED',
  DEFERRED: 'PENDING_REVIEW',
  PENDING: 'PENDING_REVIEW',
  REJECTED: 'DECLINED',
} as const satisfies Record<Decision, PhoneNumber['name_status']>

export const displayNameIsReviewed = happening(
  {
    name: 'display_name_is_reviewed',
    says: 'Meta looks at the display name of a number, or at the new one that was asked for, and decides',
    nodes: { phone: 'WhatsAppBusinessAccountToNumberCurrentStatus' },
    params: {
      type: 'object',
      properties: { decision: { enum: DECISIONS }, rejection_reason: { enum: rejectionReasons } },
      required: ['decision'],
    },
    sources: ['display-names', 'name-update'],
  },
  ({ nodes: { phone }, params: { decision, rejection_reason }, world, notify, refuse }) => {
    if (rejection_reason && decision !== 'REJECTED') return refuse(`a name that is ${decision} has no rejection_reason`)
    world.put(phone.new_display_name === undefined ? reviewed(phone, decision) : renamed(phone, decision))
    const value = {
      display_phone_number: digitsOf(phone.display_phone_number),
      decision,
      requested_verified_name: phone.new_display_name ?? phone.verified_name,
      rejection_reason: decision === 'REJECTED' ? (rejection_reason ?? 'UNKNOWN') : null,
    }
    notify({ waba: phone.accountId, field: 'phone_number_name_update', value, phone: phone.id })
    return undefined
  },
)

function reviewed(phone: PhoneNumber, decision: Decision): PhoneNumber {
  return { ...phone, name_status: STATUS[decision] }
}

/** An approved name takes the place of the old one; until then the old one stays as it is. */
function renamed(phone: PhoneNumber, decision: Decision): PhoneNumber {
  if (decision !== 'APPROVED') return { ...phone, new_name_status: STATUS[decision] }
  const { new_display_name, new_name_status: _, ...rest } = phone
  return { ...rest, verified_name: new_display_name ?? phone.verified_name, name_status: 'APPROVED' }
}
