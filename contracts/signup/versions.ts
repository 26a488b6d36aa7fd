/** What one version of Embedded Signup allows. Days are UTC; a version is good before its `until`. */
export interface SignupVersion {
  readonly since: string
  readonly until?: string
  /** Chosen by the products of the login configuration, and not by `extras.version`. */
  readonly byConfiguration?: true
  readonly featureTypes: readonly SignupFeatureType[]
  readonly features: readonly SignupFeature[]
  /** The client may end with a number that is not verified, or with none. */
  readonly numberOptional?: true
  /** The page is told only where `extras.sessionInfoVersion` is set. */
  readonly tellsOnlyIfAsked?: true
}

export const signupFeatureTypes = [
  'only_waba_sharing',
  'whatsapp_business_app_onboarding',
  'marketing_messages_lite',
] as const
export type SignupFeatureType = (typeof signupFeatureTypes)[number]

export const signupFeatures = ['app_only_install', 'marketing_messages_lite'] as const
export type SignupFeature = (typeof signupFeatures)[number]

/** Products of a configuration of v4, as far as an account of WhatsApp is what they need. */
export const signupProducts = ['cloud_api', 'marketing_messages', 'conversions_api', 'click_to_whatsapp_ads'] as const

/** The page on v2 names this day; of the others it says October 2026, and they are taken to end with it: assumed. */
const END = '2026-10-15'
const OLD = ['only_waba_sharing', 'whatsapp_business_app_onboarding', 'marketing_messages_lite'] as const
const NEW = ['whatsapp_business_app_onboarding'] as const
const BOTH = ['app_only_install', 'marketing_messages_lite'] as const

/** @see sources signup-versions, signup-version-4, mm-changelog */
export const signupVersions = {
  v2: {
    since: '2023-01-01',
    until: END,
    featureTypes: OLD,
    features: ['marketing_messages_lite'],
    tellsOnlyIfAsked: true,
  },
  'v2-public-preview': { since: '2025-08-14', until: END, featureTypes: OLD, features: BOTH },
  v3: { since: '2025-05-29', until: END, featureTypes: NEW, features: BOTH, numberOptional: true },
  'v3-public-preview': { since: '2025-08-14', until: END, featureTypes: NEW, features: BOTH, numberOptional: true },
  v4: {
    since: '2025-10-08',
    byConfiguration: true,
    featureTypes: NEW,
    features: ['app_only_install'],
    numberOptional: true,
  },
  'v4-public-preview': {
    since: '2026-05-12',
    byConfiguration: true,
    featureTypes: NEW,
    features: ['app_only_install'],
    numberOptional: true,
  },
} as const satisfies Record<string, SignupVersion>

export type SignupVersionName = keyof typeof signupVersions
