import type { Ruling } from '../ruling.ts'

/** Contradictions and silences about ad entities. */
export const adsRulings = {
  'template-ad-account-id': {
    question: 'Does `ad_account_id` of a template carry `act_`?',
    sides: {
      bare: { says: 'No: digits', sources: ['account-update: AD_ACCOUNT_LINKED', 'codegen: AdAccount.account_id'] },
      act: { says: 'Yes: the id of the node, `act_` and digits', sources: ['codegen: AdAccount.id'] },
    },
    chosen: 'bare',
    why: 'No page shows a value. The webhook of the same ad account has plain digits, and everywhere else `account_id` is the bare form.',
  },
  'read-only-ads-error': {
    question: 'What does a write to a read-only ad account, or to what is in it, answer?',
    sides: {
      permissions: {
        says: 'HTTP 403, code 200 (#200) Permissions error',
        sources: ['ad-references: 200', 'error-codes: 200'],
      },
      application: {
        says: 'HTTP 403, code 10 (#10) Application does not have permission for this action',
        sources: ['error-codes: 10'],
      },
      'ads-management': {
        says: 'HTTP 403, code 294: a token with ads_management is needed',
        sources: ['capture-ads-management'],
      },
    },
    chosen: 'permissions',
    why: 'No refused write was captured. The references of campaigns, ad sets and ads list code 200 first; 10 stands on the WhatsApp page alone, and 294 is of 2020 and of tokens without ads_management.',
  },
} as const satisfies Record<string, Ruling>
