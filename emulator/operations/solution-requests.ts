import {
  acceptSolution as accepting,
  rejectSolution as rejecting,
} from '../../contracts/operations/solution-requests.ts'
import { type Context, done, implement } from '../implement.ts'
import { isRich, moveSolution, stateOf } from '../model/solution.ts'
import { graphTime } from '../model/time.ts'

export const acceptSolution = implement(accepting, ({ node, params, session, world, notify, fail, now }) => {
  if (isRich(world) && params.partner_app_id === undefined) {
    fail('parameter_required', 'the OpenAPI description wants partner_app_id', { param: 'partner_app_id' })
  }
  const app = params.partner_app_id ?? session.app.id
  if (session.app.id !== node.partnerAppId || app !== node.partnerAppId) {
    fail('solution_not_invited', `the app ${node.partnerAppId} was asked, and no other`)
  }
  if (stateOf(node) !== 'INITIATED') fail('solution_not_initiated', `the solution is ${stateOf(node)}`)
  const { id: solution_id } = moveSolution(world, notify, node, 'accept')
  if (!isRich(world)) return done
  const message = 'Solution partnership accepted successfully'
  return {
    solution_id,
    partner_status: 'ACCEPTED' as const,
    success: true as const,
    message,
    update_time: graphTime(now),
  }
})

type Rejection = Context<typeof rejecting>

// Without a ruling of its own the guide's call has no body, so it is about the request that waits for the partner.
export const rejectSolution = implement(rejecting, (call) => {
  const { node, params, world, notify, now } = call
  const type = params.request_type ?? (isRich(world) ? undefined : 'PARTNERSHIP_REQUEST')
  checkRejection(call, type)
  checkRejected(call, type === 'DEACTIVATION_REQUEST' ? 'PENDING_DEACTIVATION' : 'INITIATED')
  moveSolution(world, notify, node, type === 'DEACTIVATION_REQUEST' ? 'reject_deactivation_request' : 'reject')
  if (!isRich(world)) return done
  const { partner_app_id } = params
  return {
    success: true as const,
    solution_id: node.id,
    rejected_request_type: type ?? '',
    rejection_timestamp: graphTime(now),
    ...(partner_app_id !== undefined && { partner_app_id }),
  }
})

function checkRejection({ node, params, session, world, fail }: Rejection, type: string | undefined): void {
  if (type !== 'PARTNERSHIP_REQUEST' && type !== 'DEACTIVATION_REQUEST') {
    fail('solution_reject_type_invalid', `request_type is ${type === undefined ? 'absent' : `'${type}'`}`)
  }
  const rich = isRich(world)
  if (rich && type === 'PARTNERSHIP_REQUEST' && params.partner_app_id === undefined) {
    fail('solution_reject_partner_missing', 'partner_app_id is absent')
  }
  const { ownerAppId: owner, partnerAppId: partner } = node
  if (rich && session.app.id !== owner) fail('solution_reject_forbidden', `${owner} is the owner`)
  if (!rich && session.app.id !== partner) fail('solution_not_invited', `${partner} was asked, and only it may decline`)
}

/** The description has a text for what never was asked, for what is done, and for a state that has no such request. */
function checkRejected({ node, fail }: Rejection, wanted: 'INITIATED' | 'PENDING_DEACTIVATION'): void {
  const state = stateOf(node)
  if (state === wanted) return
  const isEnd = wanted === 'PENDING_DEACTIVATION'
  const why = `the solution is ${state}`
  if (isEnd && state === 'ACTIVE') fail('solution_request_missing', `${why}, and nobody asked for its end`)
  const isDone = isEnd ? state === 'DEACTIVATED' : state !== 'DRAFT'
  fail(isDone ? 'solution_request_processed' : 'solution_reject_state', why)
}
