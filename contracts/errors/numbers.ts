import { cloud } from './cloud.ts'
import type { ErrorDefinition } from './definition.ts'

const invalid = { status: 400, type: 'OAuthException', code: 100 } as const

/** Registering a number and taking it back. @see sources register-reference */
const registrationErrors = {
  deregistration_incomplete: cloud(
    133000,
    'Incomplete deregistration',
    'A previous deregistration attempt failed.',
    500,
  ),
  registration_unavailable: cloud(133004, 'Server temporarily unavailable', 'Server is temporarily unavailable.', 503),
  pin_mismatch: {
    ...cloud(133005, 'Two step verification PIN Mismatch', 'Two-step verification PIN incorrect.'),
    basis: 'observed',
    sources: ['capture-pin-mismatch', 'error-codes: 133005'],
  },
  number_unverified: cloud(
    133006,
    'Phone number re-verification needed',
    'Phone number needs to be verified before registering.',
  ),
  pin_guesses_exceeded: {
    ...cloud(
      133008,
      'Too many two step verification PIN guesses',
      'Too many two-step verification PIN guesses for this phone number. Try again after <wait>.',
    ),
    assumes:
      'How the wait is written, and after how many guesses: six in a day. The page says that details tells the wait.',
  },
  pin_guessed_too_fast: {
    ...cloud(
      133009,
      'Two step verification PIN guessed too fast',
      'Two-step verification PIN was entered too quickly. Try again after <wait>.',
    ),
    assumes: 'How the wait is written, and how fast is too fast: the fourth guess within ten seconds.',
  },
  number_recently_deleted: cloud(
    133015,
    'Please wait a few minutes before attempting to register this phone number',
    'The phone number you are attempting to register was recently deleted, and deletion has not yet completed.',
  ),
  registration_limit_reached: cloud(
    133016,
    'Account register deregister rate limit exceeded',
    'Registration or Deregistration failed because there were too many attempts for this phone number in a short period of time',
  ),
  pin_format_invalid: {
    ...invalid,
    message: 'Invalid PIN format. PIN must be exactly 6 digits',
    basis: 'documented',
    sources: ['openapi: registerWhatsAppBusinessPhoneNumber, 400'],
  },
  display_name_unprocessed: {
    ...invalid,
    subcode: 2388001,
    message: 'Invalid parameter',
    title: 'Cannot Create Certificate',
    userMessage: 'Your display name could not be processed. Please edit your display name and try again.',
    basis: 'observed',
    sources: ['capture-unregistered-number', 'phone-numbers: name_status EXPIRED, NONE'],
    assumes: 'The message itself: the capture has the subcode and the two texts.',
  },
  register_coexistence: {
    ...invalid,
    message: 'Register endpoint is not available for API solution for SMB businesses.',
    basis: 'assumed',
    sources: ['openapi: deregisterPhoneNumber, 400'],
    assumes:
      'Pages say to skip the call for a number that is in the WhatsApp Business app; the text is that of deregister.',
  },
  sync_limit_exceeded: cloud(
    2593107,
    'Synchronization request limit exceeded',
    'You have exceeded the maximum number of times to call the synchronization api for this phone number.',
  ),
  sync_window_closed: {
    ...cloud(
      2593108,
      'Synchronization request made outside of allowed time window',
      'Synchronization requests must be made within 24 hours of onboarding.',
    ),
    assumes: 'The details: the title is in the enums of published clients, and the pages tell of the 24 hours.',
  },
  sync_number_not_in_app: {
    ...invalid,
    message: 'Invalid parameter',
    details: 'The phone number is not in use with the WhatsApp Business app.',
    basis: 'assumed',
    sources: ['coexistence: Synchronizing WhatsApp Business app data'],
    assumes: 'The whole error: pages speak of numbers in the app alone.',
  },
  deregister_coexistence: {
    ...invalid,
    message: 'Deregister endpoint is not available for API solution for SMB businesses.',
    basis: 'documented',
    sources: ['openapi: deregisterPhoneNumber, 400', 'number-registration'],
  },
  deregister_unregistered: {
    ...invalid,
    subcode: 2207051,
    message: 'Phone number not registered on the WhatsApp Business Platform.',
    basis: 'documented',
    sources: ['openapi: deregisterPhoneNumber, 400'],
  },
} as const satisfies Record<string, ErrorDefinition>

/** Adding a number to an account, and showing that it is one's own. */
const verificationErrors = {
  number_verified_already: {
    status: 400,
    type: 'OAuthException',
    code: 136024,
    message: 'Request code error',
    basis: 'documented',
    sources: ['request-code-reference', 'phone-numbers: 136024', 'capture-code-refused'],
  },
  code_limit_reached: {
    status: 400,
    type: 'OAuthException',
    code: 136024,
    subcode: 2388367,
    message: 'Request code error',
    title: 'Request code rate limit',
    userMessage: 'You have requested a verification code too many times. Try again later.',
    basis: 'observed',
    sources: ['capture-code-limit'],
    assumes: 'The title was captured in Portuguese; ten codes in 72 hours, as for registrations.',
  },
  verification_code_wrong: {
    status: 400,
    type: 'OAuthException',
    code: 136025,
    message: 'Verify code error',
    title: 'Verification Failed',
    userMessage: 'The verification code you entered is invalid or has expired',
    basis: 'documented',
    sources: ['verify-code-reference', 'openapi: verifyPhoneNumberCode, 422'],
    assumes: 'That the texts of the OpenAPI description go with the code of the reference.',
    under: {
      'openapi-status': {
        openapi: {
          status: 422,
          type: 'GraphMethodException',
          code: 100,
          message: 'The verification code is invalid or has expired',
        },
      },
    },
  },
  verification_code_malformed: {
    ...invalid,
    message: 'Invalid verification code format',
    basis: 'documented',
    sources: ['openapi: verifyPhoneNumberCode, 400'],
  },
  number_format_invalid: {
    ...invalid,
    message: 'Invalid parameter: phone_number must be in E.164 format',
    basis: 'documented',
    sources: ['openapi: createWhatsAppBusinessAccountPhoneNumber, 400'],
  },
  number_limit_reached: {
    status: 403,
    type: 'OAuthException',
    code: 200,
    subcode: 1349175,
    message: 'Phone number limit exceeded for this WhatsApp Business Account',
    title: 'Limit Exceeded',
    userMessage: 'You have reached the maximum number of phone numbers for this account',
    basis: 'documented',
    sources: ['openapi: createWhatsAppBusinessAccountPhoneNumber, 403', 'phone-numbers: Registered number cap'],
  },
  number_listed_already: {
    ...invalid,
    subcode: 2388012,
    message: 'Invalid parameter',
    title: 'This phone number already exists in your list of phone numbers.',
    userMessage: 'The phone number you are trying to migrate is already present in your WhatsApp account.',
    basis: 'documented',
    sources: ['error-codes: 2388012'],
    assumes: 'That the error of migrating holds for adding as well, and how its texts are spread.',
  },
  number_taken: {
    ...invalid,
    type: 'GraphMethodException',
    message: 'Phone number is already registered with WhatsApp Business',
    basis: 'documented',
    sources: ['openapi: createWhatsAppBusinessAccountPhoneNumber, 409'],
    under: { 'openapi-status': { openapi: { status: 409 } } },
  },
} as const satisfies Record<string, ErrorDefinition>

/** Settings of a number and of an account. */
const settingsErrors = {
  profile_email_invalid: {
    ...invalid,
    message: 'Invalid parameter: email must be a valid email address',
    basis: 'documented',
    sources: ['openapi: updateWhatsAppBusinessProfileInformation, 400'],
  },
  storage_of_registered_number: {
    ...invalid,
    message: '(#100) Invalid parameter',
    basis: 'assumed',
    sources: ['local-storage: only in an unregistered state'],
    assumes: 'The page says when the setting can be changed, not what Graph answers otherwise.',
  },
  insights_stay_enabled: {
    status: 400,
    type: 'OAuthException',
    code: 200006,
    message: '(#200006) Cannot disable template insights',
    title: 'Cannot disable template insights',
    userMessage: 'Invalid operation. Template Insights cannot be disabled once enabled.',
    basis: 'documented',
    sources: ['error-codes: 200006'],
    assumes: 'How the two texts of the page are spread.',
  },
} as const satisfies Record<string, ErrorDefinition>

/** Business phone numbers, and what an account is set to. */
export const numbersErrors = {
  ...registrationErrors,
  ...verificationErrors,
  ...settingsErrors,
} as const satisfies Record<string, ErrorDefinition>
