import { type Source, WHATSAPP } from '../source.ts'

/** What was read about how clients should call, and is said nowhere else. */
export const clientSources = {
  'error-codes-2026': {
    title: 'WhatsApp error codes: possible reasons and solutions, as of September 2026',
    date: '2026-09-11',
    url: `${WHATSAPP}/support/error-codes`,
    kept: 'F#68915738454',
  },
  'rfc-6750': {
    title: 'RFC 6750: The OAuth 2.0 Authorization Framework: Bearer Token Usage',
    date: '2012-10',
    url: 'https://www.rfc-editor.org/rfc/rfc6750',
  },
  'rfc-8259': {
    title: 'RFC 8259: The JavaScript Object Notation (JSON) Data Interchange Format',
    date: '2017-12',
    url: 'https://www.rfc-editor.org/rfc/rfc8259',
  },
  'login-security': {
    title: 'Login Security: checklist, proofs, validity of tokens',
    date: '2024-10-16',
    url: 'https://developers.facebook.com/docs/facebook-login/security/',
    kept: 'idx:62025131789',
  },
} as const satisfies Record<string, Source>
