/** What an alert is about. @see sources account-alerts */
type Entity = 'BUSINESS' | 'CURRENT_STATUS_ID' | 'PHONE_NUMBER'

/** An entity, how grave it is, and what it says. Which severity and text goes with which type is assumed but for the sample. */
interface Alert {
  readonly entity: Entity
  readonly severity: 'CRITICAL' | 'INFORMATIONAL' | 'WARNING'
  readonly status: 'ACTIVE' | 'NONE'
  /** `<business>` stands for the name of the portfolio. */
  readonly says: string
}

const ACTIVELY = 'Use WhatsApp Business platform actively for several days and follow our messaging policies.'

/** The alerts that there are, by `alert_type`. @see sources account-alerts, messaging-limits */
export const alerts = {
  INCREASED_CAPABILITIES_ELIGIBILITY_DEFERRED: {
    entity: 'BUSINESS',
    severity: 'WARNING',
    status: 'ACTIVE',
    says: `Limits cannot be increased for your business <business>. ${ACTIVELY}`,
  },
  INCREASED_CAPABILITIES_ELIGIBILITY_FAILED: {
    entity: 'BUSINESS',
    severity: 'CRITICAL',
    status: 'ACTIVE',
    says: 'Based on your activity, limits cannot be increased for your business. Contact support for more information.',
  },
  INCREASED_CAPABILITIES_ELIGIBILITY_NEED_MORE_INFO: {
    entity: 'BUSINESS',
    severity: 'WARNING',
    status: 'ACTIVE',
    says: 'Additional verification is required for your business <business>. Go to Security Center in Meta for Business to complete identity verification. To continue without completing additional verification, your business can use WhatsApp Business platform actively for several days and follow our messaging policies.',
  },
  OBA_APPROVED: {
    entity: 'PHONE_NUMBER',
    severity: 'INFORMATIONAL',
    status: 'NONE',
    says: "This phone number now has a green badge next to its name showing that it's an authentic and notable business account. Add more details to your business profile to increase customer trust.",
  },
  OBA_REJECTED: {
    entity: 'PHONE_NUMBER',
    severity: 'CRITICAL',
    status: 'ACTIVE',
    says: 'We do not grant official business accounts to individuals. Your display name must be directly associated with your business. Edit the display name and submit a new request.',
  },
  PROFILE_PICTURE_LOST: {
    entity: 'CURRENT_STATUS_ID',
    severity: 'WARNING',
    status: 'ACTIVE',
    says: 'Please reupload your profile picture',
  },
} as const satisfies Record<string, Alert>

export type AlertType = keyof typeof alerts
