import { integer, nodeId, text } from './shapes.ts'

const whole = <const P extends object>(properties: P) =>
  ({
    type: 'object',
    properties,
    required: Object.keys(properties) as (keyof P & string)[],
    additionalProperties: false,
  }) as const

/** ISO 3166-1 alpha-2. */
export const countryCode = { type: 'string', pattern: '^[A-Z]{2}$', description: 'an ISO 3166 code like IN' } as const

/** From when on authentication-international rates apply: seconds since 1970. @see sources auth-international */
export const authInternational = whole({
  start_time: integer,
  exception_countries: { type: 'array', items: whole({ country_code: countryCode, start_time: integer }) },
})

/** What became of a partner-led business verification. @see sources account-update */
export const certificationStatuses = ['APPROVED', 'DISCARDED', 'FAILED', 'PENDING', 'REVOKED'] as const

/** Why it was rejected; with spaces, as Meta writes them. @see sources account-update */
export const certificationReasons = [
  'ADDRESS NOT MATCHING',
  'BUSINESS NOT ELIGIBLE',
  'LEGAL NAME NOT MATCHING',
  'LEGAL NAME NOT FOUND IN DOCUMENTS',
  'MALFORMED DOCUMENTS',
  'NONE',
  'WEBSITE NOT MATCHING',
] as const

export const certification = whole({
  client_business_id: nodeId,
  status: { enum: certificationStatuses },
  rejection_reasons: { type: 'array', items: { enum: certificationReasons } },
})

/** A volume tier: `25000001:50000000` messages in a month of `2025-11`. @see sources account-update, pricing-tiers */
export const tierRange = { type: 'string', pattern: '^[0-9]+:[0-9]*$', description: 'a range like 0:25000' } as const
export const tierMonth = {
  type: 'string',
  pattern: '^[0-9]{4}-[0-9]{2}$',
  description: 'a month like 2026-03',
} as const
/** Tiers are of utility and authentication templates, and of calls. @see sources pricing-tiers, calling-pricing */
export const tierCategories = ['AUTHENTICATION', 'CALLING', 'UTILITY'] as const

export const volumeTier = whole({
  tier_update_time: integer,
  pricing_category: { enum: tierCategories },
  tier: tierRange,
  effective_month: tierMonth,
  region: text,
})
