import { noParams, text } from '../../contracts/shapes.ts'
import type { Effects } from '../effects.ts'
import { happening } from '../happening.ts'
import { digitsOf } from '../model/digits.ts'
import type { PhoneNumber } from '../world/number.ts'

const phone = { phone: 'WhatsAppBusinessAccountToNumberCurrentStatus' } as const

/** @see sources security-webhook */
function tell(notify: Effects['notify'], number: PhoneNumber, event: string, requester?: string): void {
  const value = { display_phone_number: digitsOf(number.display_phone_number), event, ...(requester && { requester }) }
  notify({ waba: number.accountId, field: 'security', value, phone: number.id })
}

export const pinIsChanged = happening(
  {
    name: 'pin_is_changed',
    says: 'Somebody sets the PIN of a number in WhatsApp Manager (`pin`, six digits); of one set by the API nobody is told',
    nodes: phone,
    params: {
      type: 'object',
      properties: { pin: { ...text, pattern: '^[0-9]{6}$', description: 'six digits' } },
      required: ['pin'],
    },
    sources: ['security-webhook: PIN_CHANGED'],
  },
  ({ nodes: { phone: number }, params: { pin }, world, notify }) => {
    world.put({ ...number, pin })
    tell(notify, number, 'PIN_CHANGED')
    return undefined
  },
)

export const pinResetIsRequested = happening(
  {
    name: 'pin_reset_is_requested',
    says: 'A person clicks in WhatsApp Manager to turn the two-step verification of a number off; a letter asks to confirm it',
    nodes: { ...phone, user: 'User' },
    params: noParams,
    sources: ['security-webhook: PIN_RESET_REQUEST'],
  },
  ({ nodes: { phone: number, user }, world, notify, refuse }) => {
    if (number.pin === undefined) return refuse(`two-step verification of ${number.display_phone_number} is off`)
    world.put({ ...number, pinResetAsked: true })
    tell(notify, number, 'PIN_RESET_REQUEST', user.id)
    return undefined
  },
)

export const pinResetIsConfirmed = happening(
  {
    name: 'pin_reset_is_confirmed',
    says: 'Somebody follows that letter: two-step verification is off, and the number can be registered with any PIN',
    nodes: phone,
    params: noParams,
    sources: ['security-webhook: PIN_REQUEST_SUCCESS', 'two-step-verification'],
  },
  ({ nodes: { phone: number }, world, notify, refuse }) => {
    const { pin: _, pinResetAsked: asked, ...rest } = number
    if (!asked) return refuse('nobody asked for it: pin_reset_is_requested comes first')
    world.put(rest)
    tell(notify, number, 'PIN_REQUEST_SUCCESS')
    return undefined
  },
)
