import { errors } from '../../errors.ts'
import { nodes } from '../../nodes.ts'
import { operations } from '../../operations.ts'
import { as, ruled } from '../ruled.ts'
import type { Variation } from '../variation.ts'

const withSubcode = Object.entries(errors)
  .filter(([, definition]) => 'subcode' in definition)
  .map(([name]) => name)

/** The operations that a client can meet a subcode of. */
const ofSubcodes = operations
  .filter(({ errors: own }) => own.some((name) => withSubcode.includes(name)))
  .map(({ name }) => name)

const accounts = [nodes.WhatsAppBusinessAccount.read]

/** What enrolment and onboarding are otherwise under other sides of rulings. */
export const enrolmentVariations: readonly Variation[] = [
  ruled(
    'terms-signed-timing',
    { kind: 'webhook', field: 'account_update', events: ['MM_LITE_TERMS_SIGNED'] },
    { signature: as('it comes with the signature'), setup: as('it comes when the account is set up') },
  ),
  ruled(
    'coexistence-eligibility',
    { kind: 'reply', parts: ['**/marketing_messages_onboarding_status'] },
    {
      'until-september-2025': as('an account in the WhatsApp Business app reads as others do'),
      still: as('an account in the WhatsApp Business app reads INELIGIBLE_USING_WHATSAPP_BUSINESS_APP'),
    },
    'it is so for accounts that are used in the WhatsApp Business app',
  ),
  ruled(
    'waba-field-values',
    { kind: 'reply', parts: ['**/ownership_type'] },
    { captured: as('SELF or ON_BEHALF_OF'), openapi: as('SELF_OWNED or AGENCY_OWNED') },
  ),
  ruled(
    'waba-field-values',
    { kind: 'reply', parts: ['**/business_verification_status'] },
    { captured: as('in lower case'), openapi: as('in upper case') },
  ),
  ruled(
    'waba-field-values',
    { kind: 'reply', parts: ['**/on_behalf_of_business_info/type', '**/on_behalf_of_business_info/status'] },
    { captured: as('it is there'), openapi: 'gone' },
  ),
  ruled(
    'legacy-status-field',
    { kind: 'reply', operations: accounts, parts: ['/marketing_messages_lite_api_status'] },
    {
      gone: as('from v24.0 on it is refused with code 100'),
      deprecated: as('from v24.0 on it is refused with code 12'),
      answered: as('it is there in every version'),
    },
    'it is so with v24.0 and later',
  ),
  ruled(
    'error-subcode',
    { kind: 'error', operations: ofSubcodes },
    { returned: as('errors with error_subcode'), 'left-out': as('errors without error_subcode') },
    'it is so for clients that look at error_subcode',
  ),
]
