import { answerBusinessAgreement as contract } from '../../contracts/operations/answer-business-agreement.ts'
import { done, implement } from '../implement.ts'
import { acceptAccountRequest } from '../model/account-request.ts'
import { acceptRequest } from '../model/onboarding.ts'
import { whyNoCustomer } from '../model/solution-customers.ts'

export const answerBusinessAgreement = implement(contract, ({ node, params, session, world, notify, fail }) => {
  const { request_status: wish, asset_id: asset } = params
  const isAsker = session.businessId === node.fromId
  if (isAsker !== (wish === 'CANCELED')) {
    fail('permission_missing', `the client approves and declines, the partner cancels; this is ${wish}`)
  }
  if (node.request_status !== 'PENDING') fail('parameter_invalid', `the request is ${node.request_status}`)
  if (asset !== undefined && world.get('WhatsAppBusinessAccount', asset)?.ownerId !== node.toId) {
    fail('parameter_invalid', `asset_id ${asset} names no account of the client`)
  }
  const full = wish === 'APPROVE' && whyNoCustomer(world, node.solutionId, node.toId)
  if (full) fail('parameter_invalid', full)
  if (wish !== 'APPROVE') world.put({ ...node, request_status: wish })
  else if (node.account) acceptAccountRequest(world, node, notify)
  else acceptRequest(world, node, notify)
  return done
})
