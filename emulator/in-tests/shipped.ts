/** The names of the worlds that ship, for editors to complete. */
export const shipped = [
  'a-year-of-campaigns',
  'account-in-sanctioned-country',
  'app-without-advanced-access',
  'client-in-sanctioned-country',
  'five-obo-one-restricted',
  'five-obo-with-intent',
  'five-obo-without-intent',
  'neither-shared-nor-obo',
  'one-shared-four-obo-with-intent',
  'one-shared-four-obo-without-intent',
  'partner-not-enrolled',
  'partner-with-obo-client',
  'partner-with-solution',
  'ready-to-send',
  'ready-to-sign-up',
  'second-partner-was-first',
  'tech-provider',
  'terms-already-signed',
] as const

export type ShippedWorld = (typeof shipped)[number]
