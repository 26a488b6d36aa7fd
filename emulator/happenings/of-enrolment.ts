import type { Happening } from '../happening.ts'
import { appLosesAdvancedAccess, appRequestsPermission, appReviewAnswers } from './app-reviews.ts'
import { accountTaxCountryChanges, businessMovesToCountry } from './countries-change.ts'
import { internalSetupCompletes, internalSetupEnds } from './internal-setup.ts'

/** App Review, Meta's setting up, and the countries that decide whether there is one. */
export const happeningsOfEnrolment: readonly Happening[] = [
  appRequestsPermission,
  ...appReviewAnswers,
  appLosesAdvancedAccess,
  internalSetupCompletes,
  internalSetupEnds,
  accountTaxCountryChanges,
  businessMovesToCountry,
]
