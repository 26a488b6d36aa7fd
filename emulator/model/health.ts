import type { healthStatus } from '../../contracts/nodes/phone-number.ts'
import type { Static } from '../../contracts/schema.ts'
import type { Application, WhatsAppBusinessAccount } from '../world/entities.ts'
import type { PhoneNumber } from '../world/number.ts'
import type { World } from '../world/world.ts'
import { isFromWhatsApp } from './phone-number.ts'

type Health = Static<typeof healthStatus>
export type HealthEntity = NonNullable<Health['entities']>[number]
type HealthError = NonNullable<HealthEntity['errors']>[number]

/**
 * `health_status` of an account, or with an entity before it of a number or a template: whether a send through them would
 * go. Where no page gives a code, that of the refused send stands there: assumed.
 * @see sources health-status
 */
export function healthOf(
  world: World,
  account: WhatsAppBusinessAccount,
  app: Application,
  ...first: readonly HealthEntity[]
): Health {
  const entities = [...first, accountHealth(account), businessHealth(world, account), available('APP', app.id)]
  const states = entities.map(({ can_send_message }) => can_send_message)
  const worst = (['BLOCKED', 'LIMITED'] as const).find((state) => states.includes(state)) ?? 'AVAILABLE'
  return { can_send_message: worst, entities }
}

export function numberHealth(number: PhoneNumber): HealthEntity {
  const { id, status, name_status } = number
  if (status === 'PENDING' || status === 'DISCONNECTED') {
    return blocked('PHONE_NUMBER', id, NOT_REGISTERED)
  }
  if (status !== 'CONNECTED')
    return blocked('PHONE_NUMBER', id, { ...LOCKED, error_description: `The number is ${status}.` })
  if (name_status === 'APPROVED') return available('PHONE_NUMBER', id)
  if (isFromWhatsApp(number)) return blocked('PHONE_NUMBER', id, NEEDS_NAME)
  return { ...available('PHONE_NUMBER', id), can_send_message: 'LIMITED', additional_info: [NAME_UNAPPROVED] }
}

function accountHealth({ id, status, primary_funding_id }: WhatsAppBusinessAccount): HealthEntity {
  if (status !== 'ACTIVE') return blocked('WABA', id, LOCKED)
  return primary_funding_id ? available('WABA', id) : blocked('WABA', id, NO_PAYMENT)
}

function businessHealth(world: World, { ownerId }: WhatsAppBusinessAccount): HealthEntity {
  const owner = world.need('Business', ownerId)
  if (owner.verification_status === 'verified') return available('BUSINESS', owner.id)
  return { ...available('BUSINESS', owner.id), can_send_message: 'LIMITED', errors: [UNVERIFIED] }
}

function available(entity_type: HealthEntity['entity_type'], id: string): HealthEntity {
  return { entity_type, id, can_send_message: 'AVAILABLE' }
}

function blocked(entity_type: HealthEntity['entity_type'], id: string, error: HealthError): HealthEntity {
  return { entity_type, id, can_send_message: 'BLOCKED', errors: [error] }
}

/** @see sources health-status */
const NAME_UNAPPROVED =
  'Your display name has not been approved yet. Your message limit will increase after the display name is approved.'

/** @see sources capture-payment-health */
const NO_PAYMENT: HealthError = {
  error_code: 141006,
  error_description: 'There is an error with the payment method. This will block business initiated conversations.',
  possible_solution: 'There was an error with your payment method. Please add a new payment method to the account.',
}

/** @see sources capture-business-health */
const UNVERIFIED: HealthError = {
  error_code: 141010,
  error_description: 'The Business has not passed business verification',
}

const NOT_REGISTERED: HealthError = {
  error_code: 133010,
  error_description: 'Phone number is not registered on the WhatsApp Business Platform.',
  possible_solution: 'Register the phone number before trying again.',
}

const NEEDS_NAME: HealthError = {
  error_code: 131037,
  error_description: 'WhatsApp provided number needs display name approval before message can be sent.',
}

const LOCKED: HealthError = {
  error_code: 131031,
  error_description: 'The WhatsApp Business Account has been restricted or disabled for violating a platform policy.',
  possible_solution: 'See the Policy Enforcement document to learn about policy violations and how to resolve them.',
}
