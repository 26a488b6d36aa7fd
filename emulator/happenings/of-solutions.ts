import type { Happening } from '../happening.ts'
import {
  accountRequestIsCancelled,
  clientAcceptsAccountRequest,
  clientRejectsAccountRequest,
  partnerRequestsAccount,
} from './accounts-are-asked-for.ts'
import { clientClaimsAccount } from './client-claims-account.ts'
import { clientAcceptsMigration, clientRejectsMigration, migrationIsConfirmed } from './migrations-are-answered.ts'
import { mmRequestExpires } from './mm-request-expires.ts'
import { solutionIsDrafted, solutionIsEdited, solutionRequestIsSent } from './solutions-are-drafted.ts'
import { twoStepVerificationIsTurnedOff } from './two-step-verification-is-turned-off.ts'

/** What happens to solutions, to accounts that partners hold, and to requests of partners. */
export const happeningsOfSolutions: readonly Happening[] = [
  solutionIsDrafted,
  solutionIsEdited,
  solutionRequestIsSent,
  clientClaimsAccount,
  clientAcceptsMigration,
  clientRejectsMigration,
  migrationIsConfirmed,
  partnerRequestsAccount,
  clientAcceptsAccountRequest,
  clientRejectsAccountRequest,
  accountRequestIsCancelled,
  mmRequestExpires,
  twoStepVerificationIsTurnedOff,
]
