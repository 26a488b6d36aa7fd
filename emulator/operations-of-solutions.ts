import type { Operation } from './implement.ts'
import { answerBusinessAgreement } from './operations/answer-business-agreement.ts'
import { createOboMobilityIntent } from './operations/create-obo-mobility-intent.ts'
import { getInProgressOnBehalfRequests } from './operations/get-in-progress-on-behalf-requests.ts'
import { setOboMobilityIntent } from './operations/set-obo-mobility-intent.ts'
import { setSolutionMigrationIntent } from './operations/set-solution-migration-intent.ts'
import {
  acceptDeactivationRequest,
  rejectDeactivationRequest,
  sendDeactivationRequest,
} from './operations/solution-deactivation-requests.ts'
import { acceptSolution, rejectSolution } from './operations/solution-requests.ts'
import {
  createWhatsAppBusinessSolution,
  getApplicationWhatsAppBusinessSolutions,
  getSolutionAccessToken,
  getSolutionPartners,
  listWabaSolutions,
} from './operations/solutions.ts'

/** The same as the contracts of solutions, in their order. */
export const solutionBehaviours: readonly Operation[] = [
  createWhatsAppBusinessSolution,
  getApplicationWhatsAppBusinessSolutions,
  listWabaSolutions,
  getSolutionPartners,
  getSolutionAccessToken,
  acceptSolution,
  rejectSolution,
  sendDeactivationRequest,
  acceptDeactivationRequest,
  rejectDeactivationRequest,
  setOboMobilityIntent,
  createOboMobilityIntent,
  getInProgressOnBehalfRequests,
  setSolutionMigrationIntent,
  answerBusinessAgreement,
]
