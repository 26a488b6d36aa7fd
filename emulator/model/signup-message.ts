import type { FinishEvent } from '../../contracts/signup/message.ts'
import type { SignupStep } from '../../contracts/signup/steps.ts'
import type { World } from '../world/world.ts'

// What the page that began a signup is told: the value whose JSON text is the data of a message event.

const type = 'WA_EMBEDDED_SIGNUP'

/** The ids that a client ended with. */
export interface Ended {
  readonly accountId: string
  readonly businessId: string
  readonly phoneId?: string | undefined
}

/**
 * Two of the ends have `version: 3` on the pages that show them. Of a number of the WhatsApp Business app only the account is told.
 * @see sources embedded-signup, signup-bypass, coexistence
 */
export function finishMessage(event: FinishEvent, { accountId, businessId, phoneId }: Ended): object {
  if (event === 'FINISH_WHATSAPP_BUSINESS_APP_ONBOARDING') {
    return { data: { waba_id: accountId }, type, event, version: 3 }
  }
  const data = { ...(phoneId && { phone_number_id: phoneId }), waba_id: accountId, business_id: businessId }
  return { data, type, event, ...(event === 'FINISH_ONLY_WABA' && { version: 3 }) }
}

/** @see sources embedded-signup, signup-errors; ruling signup-cancel-version */
export function cancelMessage(world: World, current_step: SignupStep): object {
  const isVersioned = world.rulings['signup-cancel-version'] === 'present'
  return { data: { current_step }, type, event: 'CANCEL', ...(isVersioned && { version: 3 }) }
}

/** A client who met an error reports it. @see sources embedded-signup, embedded-signup-2025; ruling signup-error-key */
export function errorMessage(world: World, error_message: string, number: string): object {
  const key = world.rulings['signup-error-key'] === 'error-id' ? 'error_id' : 'error_code'
  const timestamp = String(Math.floor(world.now / 1000))
  const session_id = Buffer.from(world.ids.letters(`signup/${number}/${world.now}`, 8))
    .toString('hex')
    .slice(0, 15)
  return { data: { error_message, [key]: number, session_id, timestamp }, type, event: 'CANCEL' }
}
