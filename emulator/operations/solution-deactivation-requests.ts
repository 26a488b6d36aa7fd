import {
  acceptDeactivationRequest as accepting,
  rejectDeactivationRequest as rejecting,
  sendDeactivationRequest as sending,
} from '../../contracts/operations/solution-deactivation-requests.ts'
import { done, implement } from '../implement.ts'
import { isRich, moveSolution, stateOf } from '../model/solution.ts'
import type { WhatsAppBusinessSolution } from '../world/entities.ts'
import type { World } from '../world/world.ts'

export const sendDeactivationRequest = implement(sending, ({ node, session, world, notify, fail }) => {
  if (session.app.id !== node.ownerAppId) fail('solution_deactivation_forbidden', `${node.ownerAppId} is the owner`)
  const state = stateOf(node)
  if (state !== 'ACTIVE') {
    fail('solution_not_deactivatable', `only an ACTIVE solution is deactivated; it is ${state}`, { status: state })
  }
  moveSolution(world, notify, node, 'send_deactivation_request')
  if (!isRich(world)) return done
  const message = 'Deactivation request submitted successfully'
  return { success: true as const, message, request_id: world.ids.next() }
})

export const acceptDeactivationRequest = implement(accepting, ({ node, session, world, notify, fail }) => {
  if (session.app.id !== node.partnerAppId) fail('deactivation_accept_forbidden', `${node.partnerAppId} answers it`)
  if (stateOf(node) !== 'PENDING_DEACTIVATION') fail('deactivation_not_pending', `the solution is ${stateOf(node)}`)
  return replyOf(world, moveSolution(world, notify, node, 'accept_deactivation_request'))
})

export const rejectDeactivationRequest = implement(rejecting, ({ node, params, session, world, notify, fail }) => {
  if (isRich(world) && params.reject_deactivation_request !== true) {
    const param = 'reject_deactivation_request'
    fail('parameter_required', `the OpenAPI description wants ${param}`, { param })
  }
  if (session.app.id !== node.partnerAppId) fail('deactivation_reject_forbidden', `${node.partnerAppId} answers it`)
  const state = stateOf(node)
  if (state === 'ACTIVE') fail('deactivation_missing', 'nobody asked for the end of the solution')
  if (state === 'DEACTIVATED') fail('deactivation_processed', 'the partner has accepted it')
  if (state !== 'PENDING_DEACTIVATION') fail('deactivation_needed', `the solution is ${state}`)
  return replyOf(world, moveSolution(world, notify, node, 'reject_deactivation_request'))
})

function replyOf(world: World, { id, name, status, status_for_pending_request }: WhatsAppBusinessSolution) {
  return isRich(world) ? { id, name, status, status_for_pending_request } : done
}
