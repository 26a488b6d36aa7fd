import type { OperationContract } from './operation.ts'
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

/** Multi-Partner Solutions, accounts held on behalf of clients, and the ways out of both. */
export const solutionOperations: readonly OperationContract[] = [
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
