import { nodeId, text } from '../shapes.ts'
import { signupSteps } from './steps.ts'

export const finishEvents = [
  'FINISH',
  'FINISH_ONLY_WABA',
  'FINISH_WHATSAPP_BUSINESS_APP_ONBOARDING',
  'FINISH_OBO_MIGRATION',
  'FINISH_GRANT_ONLY_API_ACCESS',
] as const

export type FinishEvent = (typeof finishEvents)[number]

const type = { const: 'WA_EMBEDDED_SIGNUP' } as const
const version = { const: 3 } as const
const told = <E, D extends object>(event: E, data: D) =>
  ({
    type: 'object',
    properties: { data: { type: 'object', ...data, additionalProperties: false }, type, event, version },
    required: ['data', 'type', 'event'],
    additionalProperties: false,
  }) as const

const ids = { phone_number_id: nodeId, waba_id: nodeId, business_id: nodeId } as const
const report = { error_message: text, session_id: text, timestamp: { type: 'string', pattern: '^[0-9]{10}$' } } as const

/**
 * What the page that began a signup is told, as the JSON text of a message event.
 * @see sources embedded-signup, embedded-signup-2025, signup-errors, signup-bypass, coexistence, app-only-install
 */
export const signupMessage = {
  anyOf: [
    told({ enum: finishEvents }, { properties: ids, required: ['waba_id'] }),
    told({ const: 'CANCEL' }, { properties: { current_step: { enum: signupSteps } }, required: ['current_step'] }),
    told(
      { const: 'CANCEL' },
      { properties: { ...report, error_id: text }, required: [...Object.keys(report), 'error_id'] },
    ),
    told(
      { const: 'CANCEL' },
      { properties: { ...report, error_code: text }, required: [...Object.keys(report), 'error_code'] },
    ),
  ],
} as const
