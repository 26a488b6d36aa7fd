import type { ErrorName } from './errors.ts'

/** What a template may hold, as numbers. @see sources template-components, template-overview, time-to-live */
export const templateLimits = {
  name: 512,
  headerText: 60,
  headerVariables: 1,
  bodyText: 1024,
  footerText: 60,
  buttons: 10,
  buttonText: 25,
  url: 2000,
  phoneNumber: 20,
  copyCode: 15,
  cards: 10,
  cardsAtLeast: 2,
  cardText: 160,
  cardButtons: 2,
  offerText: 16,
  offerBodyText: 600,
  /** Newlines in a row in a body. @see sources capture-template-ratio */
  newlines: 2,
  codeMinutes: 90,
} as const

/** How many buttons of one kind a template may have; of a kind that is not here, one. */
export const buttonLimits: Readonly<Record<string, number>> = { QUICK_REPLY: 10, URL: 2 }

/** How long messages of a category live, in seconds. @see sources time-to-live */
export const ttlRanges = {
  MARKETING: { least: 43_200, most: 2_592_000, unlimited: false },
  UTILITY: { least: 30, most: 43_200, unlimited: true },
  AUTHENTICATION: { least: 30, most: 900, unlimited: true },
} as const

/** How many templates an account may have. @see ruling template-limit */
export const templateCaps = { unverified: 250, verified: 6000 } as const

/** Edits of an approved template; those of a max price have limits of their own. @see sources template-management, mm-pricing */
export const editLimits = { perDay: 1, perMonth: 10, pricePerHour: 100 } as const

/** From when and until when a max price has which name (days of Graph). @see sources mm-pricing, meta-cloud-api-sdk */
export const maxPriceDays = { lastOfBidSpec: '2026-07-31', firstInPlace: '2026-08-31' } as const

/** Names of the sample templates that an account is born with. */
export const sampleNames: readonly string[] = ['hello_world']

export const componentTypes = [
  'HEADER',
  'BODY',
  'FOOTER',
  'BUTTONS',
  'CAROUSEL',
  'LIMITED_TIME_OFFER',
  'CALL_PERMISSION_REQUEST',
] as const

export const headerFormats = ['TEXT', 'IMAGE', 'VIDEO', 'GIF', 'DOCUMENT', 'LOCATION', 'PRODUCT'] as const

/** Headers that show a file, of which an example is uploaded first. */
export const mediaFormats: readonly string[] = ['IMAGE', 'VIDEO', 'GIF', 'DOCUMENT']

export const buttonTypes = [
  'QUICK_REPLY',
  'URL',
  'PHONE_NUMBER',
  'COPY_CODE',
  'OTP',
  'FLOW',
  'CATALOG',
  'MPM',
  'SPM',
  'VOICE_CALL',
  'ORDER_DETAILS',
  'APP',
] as const

export const otpTypes = ['COPY_CODE', 'ONE_TAP', 'ZERO_TAP'] as const

/**
 * Words that make a UTILITY template a MARKETING one where its creator allows a change of category. How Meta decides is
 * not said; these are plain ones, and a world file may name others.
 * @see sources template-categorization
 */
export const promotionalWords: readonly string[] = ['sale', 'discount', 'coupon', 'promo', 'promotion', 'offer', 'deal']

/** What components of any template can be refused with. */
export const componentErrors = [
  'parameter_required',
  'parameter_type',
  'parameter_value',
  'template_too_long',
  'template_field_unexpected',
  'template_field_missing',
  'template_buttons_of_authentication',
  'template_structure_invalid',
  'template_setting_invalid',
] as const satisfies readonly ErrorName[]

/** What components that one writes oneself can be refused with, besides. */
export const contentErrors = [
  ...componentErrors,
  'template_header_format',
  'template_body_format',
  'template_footer_format',
  'template_words_ratio',
  'template_variables_at_edges',
  'template_buttons_invalid',
  'template_button_phone',
] as const satisfies readonly ErrorName[]

/** What a new name or language can be refused with. */
export const namingErrors = [
  'template_name_invalid',
  'template_name_of_sample',
  'template_language_unsupported',
  'template_language_being_deleted',
  'template_category_mismatch',
  'template_limit_exceeded',
  'waba_limit_reached',
] as const satisfies readonly ErrorName[]
