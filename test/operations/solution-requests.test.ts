import { expect } from 'vitest'
import { acceptSolution, rejectSolution } from '../../contracts/operations/solution-requests.ts'
import type { Kit } from '../kit.ts'
import { expectError, proves } from '../operation.ts'
import { asPartner, bothHear, heard, withSolution } from '../solutions.ts'

const OPENAPI = { 'solution-replies': 'openapi' }
const act = (kit: Kit, edge: string, body: object = {}, options: object = asPartner) =>
  kit.graph('POST', `/{solution}/${edge}`, { body, ...options })
const status = async (kit: Kit) => (await kit.graph('GET', '/{solution}')).body

proves(
  acceptSolution,
  {
    'the solution is ACTIVE, its partner ACCEPTED, and both hear of it': async () => {
      const kit = withSolution('INITIATED')
      const { owner, partner } = await bothHear(kit, 'partner_solutions')
      expect((await act(kit, 'accept')).body).toEqual({ success: true })
      expect(await status(kit)).toMatchObject({ status: 'ACTIVE', status_for_pending_request: 'NONE' })
      const { body } = await kit.graph('GET', '/{solution}/partners', { query: { fields: 'status' } })
      expect(body.data).toMatchObject([{ status: 'ACCEPTED' }])
      await kit.advance('1s')
      const value = { event: 'SOLUTION_UPDATED', solution_id: kit.names.solution, solution_status: 'ACTIVE' }
      expect(heard(owner)).toEqual([[kit.names.partner, value]])
      expect(heard(partner)).toEqual([[kit.names.other_partner, value]])
    },
    "ruling solution-replies, 'openapi': an object, and partner_app_id must be there": async () => {
      const kit = withSolution('INITIATED', OPENAPI)
      const { body } = await act(kit, 'accept', { partner_app_id: kit.names.other_app })
      expect(body).toMatchObject({ solution_id: kit.names.solution, partner_status: 'ACCEPTED', success: true })
    },
    'ruling openapi-status: 422': async () => {
      expect((await act(withSolution('ACTIVE', { 'openapi-status': 'openapi' }), 'accept')).status).toBe(422)
    },
  },
  {
    parameter_required: () => act(withSolution('INITIATED', OPENAPI), 'accept'),
    solution_not_invited: () => act(withSolution('INITIATED'), 'accept', {}, {}),
    solution_not_initiated: () => act(withSolution('REJECTED'), 'accept'),
  },
)

const asOwner = {}
const PARTNERSHIP = { request_type: 'PARTNERSHIP_REQUEST', partner_app_id: '1' }
const DEACTIVATION = { request_type: 'DEACTIVATION_REQUEST' }

proves(
  rejectSolution,
  {
    'the solution is REJECTED, for good': async () => {
      const kit = withSolution('INITIATED')
      expect((await act(kit, 'reject')).body).toEqual({ success: true })
      expect(await status(kit)).toMatchObject({ status: 'REJECTED' })
      expectError(await act(kit, 'accept'), 'solution_not_initiated')
    },
    "ruling solution-replies, 'openapi': the owner rejects, and says what": async () => {
      const kit = withSolution('PENDING_DEACTIVATION', OPENAPI)
      const { body } = await act(kit, 'reject', DEACTIVATION, asOwner)
      expect(body).toMatchObject({ solution_id: kit.names.solution, rejected_request_type: 'DEACTIVATION_REQUEST' })
      expect(await status(kit)).toMatchObject({ status: 'ACTIVE', status_for_pending_request: 'NONE' })
    },
    'what was accepted is declined no longer': async () => {
      expectError(await act(withSolution('ACTIVE'), 'reject'), 'solution_request_processed')
    },
  },
  {
    solution_not_invited: () => act(withSolution('INITIATED'), 'reject', {}, asOwner),
    solution_reject_forbidden: () => act(withSolution('INITIATED', OPENAPI), 'reject', PARTNERSHIP),
    solution_reject_partner_missing: () => {
      const body = { request_type: 'PARTNERSHIP_REQUEST' }
      return act(withSolution('INITIATED', OPENAPI), 'reject', body, asOwner)
    },
    solution_reject_state: () => act(withSolution('INITIATED'), 'reject', DEACTIVATION),
    solution_reject_type_invalid: () => act(withSolution('INITIATED'), 'reject', { request_type: 'SOMETHING' }),
    solution_request_missing: () => act(withSolution('ACTIVE'), 'reject', DEACTIVATION),
    solution_request_processed: () => act(withSolution('DEACTIVATED'), 'reject', DEACTIVATION),
  },
)
