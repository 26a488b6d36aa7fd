/** How many calls Graph takes per hour, before it refuses. */
export interface Limits {
  /** Per app and user of it, for what no other limit is for. */
  readonly appCallsPerUser: number
  /** Per app and WhatsApp Business Account that has no registered number. */
  readonly wabaCalls: number
  /** Per app and WhatsApp Business Account that has one. */
  readonly activeWabaCalls: number
  /** Calls of the Intent API per app. The pages say that it is limited, and give no number: assumed. */
  readonly intentCalls: number
  /** Templates created per account. */
  readonly templateCreations: number
}

/** @see sources graph-rate-limits, openapi, template-overview */
export const defaultLimits: Limits = {
  appCallsPerUser: 200,
  wabaCalls: 200,
  activeWabaCalls: 5000,
  intentCalls: 200,
  templateCreations: 100,
}
