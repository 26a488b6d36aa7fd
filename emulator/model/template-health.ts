import type { Session } from '../session.ts'
import type { MessageTemplate } from '../world/template.ts'
import type { World } from '../world/world.ts'
import { isActive } from './onboarding-status.ts'

type Health = 'AVAILABLE' | 'BLOCKED'

/** Why a template that is not approved cannot be sent: the error that a send would get. */
const BLOCKED: Readonly<Record<string, { error_code: number; error_description: string; possible_solution: string }>> =
  {
    PAUSED: {
      error_code: 132015,
      error_description: 'Template is paused due to low quality so it cannot be sent in a template message.',
      possible_solution: 'Edit the template to improve its quality and retry after it is approved.',
    },
    DISABLED: {
      error_code: 132016,
      error_description: 'Template has been paused too many times due to low quality and is now permanently disabled.',
      possible_solution: 'Create a new template with different content.',
    },
  }

const NOT_APPROVED = {
  error_code: 132001,
  error_description: 'The template does not exist in the specified language or the template has not been approved.',
  possible_solution: 'Make sure that the template is approved.',
} as const

/** `health_status` of a template: what it takes to send it, from itself up to the app that asks. */
export function templateHealth(template: MessageTemplate, world: World, { app }: Session): object {
  const account = world.need('WhatsAppBusinessAccount', template.accountId)
  const isApproved = template.status === 'APPROVED'
  const own: Health = isApproved ? 'AVAILABLE' : 'BLOCKED'
  const ofAccount: Health = isActive(account) ? 'AVAILABLE' : 'BLOCKED'
  return {
    can_send_message: own === 'AVAILABLE' ? ofAccount : own,
    entities: [
      {
        entity_type: 'MESSAGE_TEMPLATE',
        id: template.id,
        can_send_message: own,
        ...(!isApproved && { errors: [BLOCKED[template.status] ?? NOT_APPROVED] }),
      },
      { entity_type: 'WABA', id: account.id, can_send_message: ofAccount },
      { entity_type: 'BUSINESS', id: account.ownerId, can_send_message: 'AVAILABLE' },
      { entity_type: 'APP', id: app.id, can_send_message: 'AVAILABLE' },
    ],
  }
}
