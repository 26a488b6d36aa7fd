import type { Happening } from './happening.ts'
import { accountIsDeleted } from './happenings/account-is-deleted.ts'
import { messagingLimitStays, officialAccountIsDecided, profilePictureIsLost } from './happenings/alerts-are-raised.ts'
import { appGoesLive, appReturnsToDevelopment } from './happenings/apps-change-mode.ts'
import { clientInstallsApp } from './happenings/client-installs-app.ts'
import { pinIsChanged, pinResetIsConfirmed, pinResetIsRequested } from './happenings/pins-in-whatsapp-manager.ts'
import { businessPaysAuthInternational, primaryLocationIsSet } from './happenings/rates-and-locations.ts'
import { accountIsReviewed, partnerLedVerificationIsDecided } from './happenings/reviews-of-accounts.ts'
import { testNumberBecomesLive } from './happenings/test-number-becomes-live.ts'
import { volumeTierIsReached } from './happenings/volume-tier-is-reached.ts'

/** What Meta and admins do with accounts, numbers and apps that is told by webhooks of its own. */
export const newsHappenings: readonly Happening[] = [
  clientInstallsApp,
  accountIsReviewed,
  accountIsDeleted,
  businessPaysAuthInternational,
  primaryLocationIsSet,
  volumeTierIsReached,
  partnerLedVerificationIsDecided,
  messagingLimitStays,
  officialAccountIsDecided,
  profilePictureIsLost,
  pinIsChanged,
  pinResetIsRequested,
  pinResetIsConfirmed,
  testNumberBecomesLive,
  appGoesLive,
  appReturnsToDevelopment,
]
