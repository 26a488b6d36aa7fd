import type { Happening } from './happening.ts'
import { businessAppIsLeftAlone, coexistenceLapses } from './happenings/business-app-lapses.ts'
import { businessEditsContact, businessSendsMessageInApp } from './happenings/business-uses-its-app.ts'
import { clientOnboardsWithBusinessApp } from './happenings/client-onboards-with-business-app.ts'
import { coexistenceEnds } from './happenings/coexistence-ends.ts'
import {
  coexistencePhoneChanges,
  coexistencePhoneIsReady,
  coexistencePhoneReconnects,
} from './happenings/coexistence-phones.ts'

/** What happens to a number that is in the WhatsApp Business app and on the Cloud API. */
export const coexistenceHappenings: readonly Happening[] = [
  clientOnboardsWithBusinessApp,
  businessSendsMessageInApp,
  businessEditsContact,
  businessAppIsLeftAlone,
  coexistenceLapses,
  coexistenceEnds,
  coexistencePhoneChanges,
  coexistencePhoneReconnects,
  coexistencePhoneIsReady,
]
