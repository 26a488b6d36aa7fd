import type { Ruling } from '../ruling.ts'

/** Who may onboard, what an account then reads as, and what refused calls answer. */
export const enrolmentRulings = {
  'terms-signed-timing': {
    question: 'When is MM_LITE_TERMS_SIGNED sent?',
    sides: {
      signature: {
        says: 'When the terms are signed, by any method',
        sources: ['mm-onboarding', 'mm-changelog: 2025-09-08', 'account-update: MM_LITE_TERMS_SIGNED'],
      },
      setup: {
        says: 'When the terms are signed and what goes on behind has worked: the internal setup of the account is done',
        sources: ['guide: Wait for the onboarding confirmation webhook'],
      },
    },
    chosen: 'signature',
    why: 'The event is named for the terms, and its own reference knows of nothing else. The sentence of the guide is older than the event.',
  },
  'coexistence-eligibility': {
    question:
      'Can an account whose number is in the WhatsApp Business app still read INELIGIBLE_USING_WHATSAPP_BUSINESS_APP?',
    sides: {
      'until-september-2025': {
        says: 'Until 2025-09-29 only: since then such accounts can onboard',
        sources: ['mm-changelog: 2025-09-29'],
      },
      still: {
        says: 'Yes: the value is still among those that the field can have',
        sources: ['mm-onboarding', 'codegen: WhatsAppBusinessAccount'],
      },
    },
    chosen: 'until-september-2025',
    why: 'The changelog allows the onboarding in words and names the day; a list of values says nothing of when each comes.',
  },
  'legacy-status-field': {
    question: 'What does a call get that reads marketing_messages_lite_api_status with v24.0 or later?',
    sides: {
      gone: {
        says: "Code 100 '(#100) Tried accessing nonexisting field'",
        sources: ['mm-onboarding: deprecated in version 24.0', 'capture-unknown-field'],
      },
      deprecated: {
        says: "Code 12 '(#12) … field is deprecated for versions v24.0 and higher'",
        sources: ['mm-onboarding: deprecated in version 24.0', 'capture-field-deprecated'],
      },
      answered: {
        says: 'The status, as before: the field is deprecated and still there',
        sources: ['codegen: WhatsAppBusinessAccount, 2026-04-15'],
      },
    },
    chosen: 'gone',
    why: 'The page says that the field ends with v24.0 and not how. A client that still reads it has to change under the first two; 12 was captured only of versions up to v3.3.',
  },
  'mm-refusals': {
    question:
      'Which words and codes has the Intent API for a client that cannot be asked, and for an app that may not ask?',
    sides: {
      guide: {
        says: "'Invalid recipient type', and 'The app does not have sufficient permissions to call this API.'",
        sources: ['guide: Error: Invalid recipient type', 'guide: The app does not have sufficient permissions'],
      },
      openapi: {
        says: "403/200 'End business is not eligible for MM Lite onboarding', 400/100 'No eligible WhatsApp Business Accounts found for MM Lite onboarding', 403/200/1349174 for a missing permission",
        sources: ['openapi: onboardPartnersToMMLite, 400 and 403'],
      },
    },
    chosen: 'guide',
    why: 'Every revision of the guide has the same sentences, to 2026-06-30; the description repeats its error bodies over and over.',
  },
  'waba-field-values': {
    question:
      'Which values have ownership_type, business_verification_status and on_behalf_of_business_info of a WABA?',
    sides: {
      captured: {
        says: 'SELF, CLIENT_OWNED, ON_BEHALF_OF; verified in lower case; {name, id, status, type}',
        sources: ['capture-waba-info', 'adding-waba-to-mps', 'codegen'],
      },
      openapi: {
        says: 'SELF_OWNED, CLIENT_OWNED, AGENCY_OWNED; VERIFIED, UNVERIFIED, PENDING, REJECTED; {id, name}',
        sources: ['openapi: getWhatsAppBusinessAccountDetails'],
      },
    },
    chosen: 'captured',
    why: 'A recorded reply of 2026 has them so, and the SDK specs and guides agree with it.',
  },
  'error-subcode': {
    question: 'Do errors carry error_subcode?',
    sides: {
      returned: {
        says: 'Yes, where there is one',
        sources: ['graph-errors: subcodes of 190', 'capture-ads-errors', 'openapi'],
      },
      'left-out': {
        says: 'No: deprecated, and not returned in v16.0 and later',
        sources: ['error-codes: error_subcode'],
      },
    },
    chosen: 'returned',
    why: 'Captures of 2026 carry it, and the example of the very page that says so does, too.',
  },
} as const satisfies Record<string, Ruling>
