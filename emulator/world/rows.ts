import { appData } from '../../contracts/app-data.ts'
import { type SolutionState, solutionStates } from '../../contracts/lifecycles/solution.ts'
import { limitTiers, nameStatuses, numberStatuses, qualityRatings } from '../../contracts/nodes/phone-number.ts'
import { flag, integer, text } from '../../contracts/shapes.ts'

// What a row of each section of a world file may say.

export const day = {
  type: 'string',
  pattern: '^\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}(:\\d{2})?Z)?$',
  description: 'a day like 2026-03-02 or a moment like 2026-03-02T09:00:00Z, UTC',
} as const
export const names = { type: 'array', items: text } as const

export const rowName = {
  type: 'string',
  pattern: '^[a-z][a-z0-9_]{0,63}$',
  description: 'a name of small letters, digits and _ (at most 64)',
} as const

export const internalSetup = {
  type: 'object',
  description: 'What Meta does behind once the terms are signed: it makes the ad account of each account',
  properties: {
    takes: {
      type: 'string',
      pattern: '^(by_hand|[0-9]{1,9}(ms|s|m|h|d))$',
      description:
        'a duration like 30s, 10m or 24h, or by_hand: the happening internal_setup_completes ends it; no time where absent',
    },
  },
  additionalProperties: false,
} as const

export const business = {
  type: 'object',
  description: 'A business portfolio: the partner, a client, or anybody else',
  properties: {
    name: text,
    country: { ...text, description: 'ISO 3166 code' },
    verification_status: text,
    timezone_id: integer,
    vertical: text,
    partner: { enum: ['solution-partner', 'tech-provider'] },
    partnerTermsAccepted: day,
    termsSigned: day,
    messagingLimit: {
      enum: limitTiers,
      description: 'People that it may write to first in 24 hours; TIER_UNLIMITED where absent',
    },
  },
  required: ['name'],
  additionalProperties: false,
} as const

export const account = {
  type: 'object',
  description: 'A WhatsApp Business Account',
  properties: {
    name: text,
    owner: { ...text, description: 'Name of the business that owns it; of an OBO account the partner' },
    onBehalfOf: { ...text, description: 'Name of the client on whose behalf the owner holds it' },
    sharedWith: { ...names, description: 'Names of the partners that it is shared with' },
    mobilityIntent: {
      type: ['boolean', 'string'],
      description: 'An OBO account whose transfer was already asked for; a text is a name for the intent',
    },
    solution: { ...text, description: 'Name of the Multi-Partner Solution that it came through' },
    country: { ...text, description: 'Tax country, ISO 3166' },
    currency: text,
    timezone_id: text,
    timezone: {
      ...text,
      description: 'The time zone by its IANA name; America/Los_Angeles for timezone_id 1, else Etc/UTC',
    },
    status: { enum: ['ACTIVE', 'RESTRICTED', 'DISABLED'] },
    account_review_status: { enum: ['PENDING', 'APPROVED', 'REJECTED'] },
    active: { ...flag, description: 'Whether it counts as active for rate limits; true where absent' },
    disable_marketing_messages_on_cloud_api: flag,
    is_enabled_for_insights: flag,
    maxPriceAgreement: { ...flag, description: 'Whether the agreement for max prices was signed; true where absent' },
    restrictedCountries: { ...names, description: 'Countries (ISO 3166) whose people it may not message' },
    adAccount: { ...text, description: 'The name by which its ad account is known; the business must have signed' },
    paymentMethod: { ...flag, description: 'Whether a payment method is attached; true where absent' },
  },
  required: ['name', 'owner'],
  additionalProperties: false,
} as const

export const phoneNumber = {
  type: 'object',
  description: 'A business phone number',
  properties: {
    account: { ...text, description: 'Name of the account that has it' },
    display_phone_number: { ...text, pattern: '^\\+[0-9]', description: 'as it is shown, like +1 631-555-0101' },
    verified_name: text,
    code_verification_status: { enum: ['VERIFIED', 'NOT_VERIFIED', 'EXPIRED'] },
    quality_rating: { enum: qualityRatings },
    account_mode: { enum: ['LIVE', 'SANDBOX'] },
    name_status: { enum: nameStatuses },
    pin: {
      type: 'string',
      pattern: '^[0-9]{6}$',
      description: 'of two-step verification; 123456 for a connected number where absent',
    },
    is_on_biz_app: { ...flag, description: 'Coexistence: the number is used in the WhatsApp Business app too' },
    businessApp: {
      type: 'object',
      description: 'What the WhatsApp Business app of the number has',
      properties: appData,
      additionalProperties: false,
    },
    throughput: {
      type: 'object',
      properties: { level: { enum: ['STANDARD', 'HIGH'] } },
      required: ['level'],
      additionalProperties: false,
    },
    allowedRecipients: { ...names, description: 'Numbers, digits only, that a SANDBOX number may send to' },
    status: { enum: numberStatuses },
    onboarded: day,
  },
  required: ['account', 'display_phone_number', 'verified_name'],
  additionalProperties: false,
} as const

export const solution = {
  type: 'object',
  description: 'A Multi-Partner Solution',
  properties: {
    name: text,
    ownerApp: text,
    partnerApp: text,
    status: { enum: Object.keys(solutionStates) as SolutionState[] },
  },
  required: ['name', 'ownerApp', 'partnerApp'],
  additionalProperties: false,
} as const

export const request = {
  type: 'object',
  description: 'A request of the Intent API that waits for the client',
  properties: { app: text, to: text, solution: text },
  required: ['app', 'to'],
  additionalProperties: false,
} as const

export const dataset = {
  type: 'object',
  description: 'A pixel that a business has for its website',
  properties: {
    name: text,
    business: { ...text, description: 'Name of the business that owns it' },
    hasEvents: { ...flag, description: 'Events came to it already: ads of links are optimised for conversions' },
  },
  required: ['name', 'business'],
  additionalProperties: false,
} as const
