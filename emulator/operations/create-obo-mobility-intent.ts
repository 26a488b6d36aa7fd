import { handoverTypes } from '../../contracts/lifecycles/obo.ts'
import { createOboMobilityIntent as contract } from '../../contracts/operations/create-obo-mobility-intent.ts'
import { type Context, implement } from '../implement.ts'
import { checkNumeric } from '../model/numeric.ts'
import { changeIntent, makeIntent, openIntentOf } from '../model/obo-intent.ts'
import { takesPart } from '../model/solution.ts'
import type { WhatsAppBusinessSolution } from '../world/entities.ts'

type Handover = Context<typeof contract>

export const createOboMobilityIntent = implement(contract, (call) => {
  const { node, params, session, world, fail } = call
  const { id: solutionId } = solutionOf(call, 'solution_id')
  const target = params.target_solution_id === undefined ? solutionId : solutionOf(call, 'target_solution_id').id
  if (node.ownerId !== session.businessId || !node.onBehalfOfId) {
    fail('obo_handover_forbidden', `the caller does not hold the account ${node.id} on behalf of a client`)
  }
  const { answer, node: status } = handoverTypes[params.intent_type]
  const open = openIntentOf(world, node)
  if (!open && status !== 'PENDING') {
    return fail('obo_handover_state', `${params.intent_type} needs an intent, and the account has none that is open`)
  }
  const intent = changeIntent(world, open ?? makeIntent(world, node, target), { status, solutionId: target })
  const { mobilityIntentId: _, ...bare } = node
  world.put(status === 'CANCELLED' ? bare : { ...node, mobilityIntentId: intent.id })
  return { success: true as const, mobility_intent_id: intent.id, ...comingOf(answer, params.scheduled_execution_time) }
})

/** What is to come: the client still has to take an account over that nobody confirmed or took back. */
function comingOf(answer: 'PENDING' | 'APPROVED' | 'REJECTED', time: string | undefined) {
  const waits = answer === 'PENDING'
  return {
    status: waits && time !== undefined ? ('SCHEDULED' as const) : answer,
    ...(time !== undefined && { estimated_completion_time: time }),
    approval_required: waits,
    next_steps: waits ? ['Await partner approval', 'Confirm transfer details'] : [],
  }
}

function solutionOf(call: Handover, param: 'solution_id' | 'target_solution_id'): WhatsAppBusinessSolution {
  const { params, session, world, fail } = call
  const id = params[param] ?? ''
  checkNumeric(param, id, fail)
  const solution = world.get('WhatsAppBusinessSolution', id)
  if (!solution || !takesPart(solution, session.app)) {
    return fail('account_or_solution_missing', `the app takes part in no solution ${id}`)
  }
  if (solution.status !== 'ACTIVE') fail('obo_handover_state', `the solution ${id} is ${solution.status}`)
  return solution
}
