import { setOboMobilityIntent as contract } from '../../contracts/operations/set-obo-mobility-intent.ts'
import { type Context, implement } from '../implement.ts'
import { checkNumeric } from '../model/numeric.ts'
import { changeIntent, makeIntent, openIntentOf } from '../model/obo-intent.ts'
import { transfersHaveEnded } from '../model/obo-transfer.ts'
import { isActive } from '../model/onboarding-status.ts'
import { takesPart } from '../model/solution.ts'

type Setting = Context<typeof contract>

export const setOboMobilityIntent = implement(contract, (call) => {
  const { node, params, world, note } = call
  checkHolder(call)
  const { problem } = solutionFor(call)
  if (problem !== undefined && isRich(call)) return refused(call)
  if (problem !== undefined) call.fail('obo_solution_invalid', problem)
  const { solution_id: solutionId } = params
  const open = openIntentOf(world, node)
  if (open) note('the account has an intent already: it is answered')
  const named = solutionId === undefined ? {} : { solutionId }
  const intent = open ? changeIntent(world, open, named) : makeIntent(world, node, solutionId)
  world.put({ ...node, mobilityIntentId: intent.id })
  if (!isRich(call)) return { id: intent.id }
  return { success: true, intent_id: intent.id, client_mutation_id: params.client_mutation_id ?? null, error_msg: null }
})

const isRich = ({ world }: Setting): boolean => world.rulings['obo-intent-reply'] === 'openapi'

/** As the description has it: HTTP 200 that failed. */
function refused({ params: { client_mutation_id } }: Setting) {
  const error_msg = 'Invalid solution configuration for OBO operations'
  return { success: false, intent_id: null, client_mutation_id: client_mutation_id ?? null, error_msg }
}

function checkHolder({ node, params, session, world, fail }: Setting): void {
  for (const param of ['solution_id', 'waba_id', 'app_id', 'actor_id'] as const) {
    const value = params[param]
    if (value !== undefined) checkNumeric(param, value, fail)
  }
  if (!node.onBehalfOfId) fail('obo_mobility_intent_refused', `the account ${node.id} is held on behalf of nobody`)
  if (node.ownerId !== session.businessId) {
    fail('obo_intent_forbidden', `${world.need('Business', node.ownerId).name} holds the account, not the caller`)
  }
  if (!isActive(node)) fail('obo_mobility_intent_refused', `the account ${node.id} is ${node.status}`)
  if (transfersHaveEnded(world)) {
    fail('obo_mobility_refused', '2025-10-01 was the last day for transfers, by the ruling obo-transfer-ended')
  }
}

/** What is wrong with the solution that is named, if one is. */
function solutionFor({ params, session, world }: Setting): { problem?: string } {
  const { solution_id: id } = params
  if (id === undefined) return {}
  const solution = world.get('WhatsAppBusinessSolution', id)
  if (!solution || !takesPart(solution, session.app)) return { problem: `the app takes part in no solution ${id}` }
  return solution.status === 'ACTIVE' ? {} : { problem: `the solution ${id} is ${solution.status}` }
}
