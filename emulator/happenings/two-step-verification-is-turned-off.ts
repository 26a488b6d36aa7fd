import { noParams } from '../../contracts/shapes.ts'
import { happening } from '../happening.ts'
import { putNumber } from '../model/phone-number.ts'

export const twoStepVerificationIsTurnedOff = happening(
  {
    name: 'two_step_verification_is_turned_off',
    says: 'Somebody turns two-step verification of a number off in WhatsApp Manager: it has no PIN',
    nodes: { phone: 'WhatsAppBusinessAccountToNumberCurrentStatus' },
    params: noParams,
    sources: ['migrating-among-solutions: Disable two-step verification', 'two-step-verification'],
  },
  ({ nodes: { phone }, world, refuse }) => {
    if (phone.pin === undefined) return refuse(`two-step verification of ${phone.display_phone_number} is off`)
    const { pin: _, ...open } = phone
    putNumber(world, open)
    return undefined
  },
)
