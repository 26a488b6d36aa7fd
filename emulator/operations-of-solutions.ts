import type { Operation } from './implement.ts'
import { answerBusinessAgreement } from './operations/answer-business-agreement.ts'
import {
  createOboMobilityIntent,
  getInProgressOnBehalfRequests,
  setOboMobilityIntent,
} from './operations/obo-mobility-intents.ts'
import { setSolutionMigrationIntent } from './operations/set-solution-migration-intent.ts'
import {
  acceptDeactivationRequest,
  acceptSolution,
  rejectDeactivationRequest,
  rejectSolution,
  sendDeactivationRequest,
} from './operations/solution-requests.ts'
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
