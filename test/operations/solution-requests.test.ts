import { expect } from 'vitest'
import { acceptSolution, rejectSolution } from '../../contracts/operations/solution-requests.ts'
import type { Kit } from '../kit.ts'
import { expectError, proves } from '../operation.ts'
import { asPartner, bothHear, heard, withSolution } from '../solutions.ts'

const OPENAPI = { 'solution-replies': 'openapi' }
const asOwner = {}
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
    'only the partner that was asked accepts, and for itself': async () => {
      const kit = withSolution('INITIATED')
      const { app, other_app } = kit.names
      expectError(await act(kit, 'accept', { partner_app_id: app }), 'solution_not_invited')
      expectError(await act(kit, 'accept', { partner_app_id: other_app }, asOwner), 'solution_not_invited')
      expect(await status(kit)).toMatchObject({ status: 'INITIATED' })
      expect((await act(kit, 'accept', { partner_app_id: other_app })).body).toEqual({ success: true })
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
      expect(body).toEqual({
        success: true,
        solution_id: kit.names.solution,
        rejected_request_type: 'DEACTIVATION_REQUEST',
        rejection_timestamp: expect.stringMatching(/^2026-03-02T/),
      })
      expect(await status(kit)).toMatchObject({ status: 'ACTIVE', status_for_pending_request: 'NONE' })
    },
    "ruling solution-replies, 'openapi': the partner that is named is told back": async () => {
      const { body } = await act(withSolution('INITIATED', OPENAPI), 'reject', PARTNERSHIP, asOwner)
      expect(body).toMatchObject({ rejected_request_type: 'PARTNERSHIP_REQUEST', partner_app_id: '1' })
    },
    'what was accepted is declined no longer, and a draft was never offered': async () => {
      expectError(await act(withSolution('ACTIVE'), 'reject'), 'solution_request_processed')
      const draft = await act(withSolution('DRAFT', OPENAPI), 'reject', PARTNERSHIP, asOwner)
      expectError(draft, 'solution_reject_state')
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
    solution_reject_type_invalid: async () => {
      const absent = await act(withSolution('INITIATED', OPENAPI), 'reject', {}, asOwner)
      expectError(absent, 'solution_reject_type_invalid')
      expect(absent.headers['x-mmgraph-why']).toContain('absent')
      const unknown = await act(withSolution('INITIATED'), 'reject', { request_type: 'SOMETHING' })
      expect(unknown.headers['x-mmgraph-why']).toContain("'SOMETHING'")
      return unknown
    },
    solution_request_missing: () => act(withSolution('ACTIVE'), 'reject', DEACTIVATION),
    solution_request_processed: () => act(withSolution('DEACTIVATED'), 'reject', DEACTIVATION),
  },
)
