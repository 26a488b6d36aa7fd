/** The screens of the flow by the names under which a page hears that one was left, in their order. @see sources signup-errors */
export const signupSteps = [
  'BUSINESS_ACCOUNT_SELECTION',
  'WABA_PHONE_PROFILE_PICKER',
  'WHATSAPP_BUSINESS_PROFILE_SETUP',
  'PHONE_NUMBER_SETUP',
  'PHONE_NUMBER_VERIFICATION',
  'PERMISSIONS',
] as const

export type SignupStep = (typeof signupSteps)[number]
