import type { Ruling } from '../ruling.ts'

/** Business phone numbers, and what Meta tells of them. */
export const numberRulings = {
  'coexistence-removal': {
    question: 'What does PARTNER_REMOVED say when a number leaves coexistence?',
    sides: {
      reference: {
        says: 'waba_info and disconnection_info, with entry.id the partner business',
        sources: ['account-update: PARTNER_REMOVED'],
      },
      'coexistence-page': {
        says: 'The phone number alone, with entry.id the WABA',
        sources: ['coexistence: Offboarding'],
      },
    },
    chosen: 'reference',
    why: 'The reference of the webhook is the newer of the two, and the only one that tells the reason.',
  },
  'business-profile-shape': {
    question: 'Does GET whatsapp_business_profile wrap each profile?',
    sides: {
      flat: { says: 'No: {"data":[{"about":…}]}', sources: ['business-profiles'] },
      openapi: {
        says: 'Yes: {"data":[{"business_profile":{"about":…}}]}',
        sources: ['openapi: getWhatsAppBusinessProfile'],
      },
    },
    chosen: 'flat',
    why: 'The page is newer, and shows a whole call with its reply.',
  },
  'quality-update-limit': {
    question: 'Under which key does phone_number_quality_update tell the limit?',
    sides: {
      current: { says: 'current_limit', sources: ['quality-update: Example', 'manage-webhooks'] },
      'max-daily': {
        says: 'max_daily_conversations_per_business: current_limit will be removed in February 2026',
        sources: ['quality-update: Parameters'],
      },
    },
    chosen: 'current',
    why: 'The example of the page still had it three months after the removal that the page announces.',
  },
  'capability-limit-type': {
    question: 'What is max_daily_conversations_per_business in business_capability_update?',
    sides: {
      number: { says: 'An integer: 2000', sources: ['capability-update: Payload example'] },
      tier: { says: 'A tier: TIER_2K', sources: ['capability-update: Parameters'] },
    },
    chosen: 'number',
    why: 'The type of the parameter and the example say so; the list of values contradicts both.',
  },
} as const satisfies Record<string, Ruling>
