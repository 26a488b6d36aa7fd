import { type AlertType, alerts } from '../alerts.ts'
import { nodeId } from '../shapes.ts'
import { defineWebhook } from '../webhook.ts'

const alerted = (type: AlertType, cause: string) =>
  ({
    cause,
    entry: 'account',
    value: {
      type: 'object',
      properties: {
        entity_type: { const: alerts[type].entity },
        entity_id: nodeId,
        alert_info: {
          type: 'object',
          properties: {
            alert_severity: { enum: ['CRITICAL', 'INFORMATIONAL', 'WARNING'] },
            alert_status: { enum: ['ACTIVE', 'NONE'] },
            alert_type: { const: type },
            alert_description: { type: 'string' },
          },
          required: ['alert_severity', 'alert_status', 'alert_type', 'alert_description'],
          additionalProperties: false,
        },
      },
      required: ['entity_type', 'entity_id', 'alert_info'],
      additionalProperties: false,
    },
    sources: ['account-alerts'],
  }) as const

/** Messaging limits that do not grow, green badges, lost pictures; the key of an event is its `alert_type`. */
export const accountAlerts = defineWebhook({
  field: 'account_alerts',
  events: {
    INCREASED_CAPABILITIES_ELIGIBILITY_DEFERRED: alerted(
      'INCREASED_CAPABILITIES_ELIGIBILITY_DEFERRED',
      'Meta put off the decision to raise a messaging limit',
    ),
    INCREASED_CAPABILITIES_ELIGIBILITY_FAILED: alerted(
      'INCREASED_CAPABILITIES_ELIGIBILITY_FAILED',
      'Meta does not raise a messaging limit',
    ),
    INCREASED_CAPABILITIES_ELIGIBILITY_NEED_MORE_INFO: alerted(
      'INCREASED_CAPABILITIES_ELIGIBILITY_NEED_MORE_INFO',
      'Meta wants to know more before it raises a messaging limit',
    ),
    OBA_APPROVED: alerted('OBA_APPROVED', 'A number became an Official Business Account'),
    OBA_REJECTED: alerted('OBA_REJECTED', 'A number did not become an Official Business Account'),
    PROFILE_PICTURE_LOST: alerted('PROFILE_PICTURE_LOST', 'The profile picture of a number was deleted'),
  },
  basis: 'documented',
  sources: ['account-alerts'],
})
