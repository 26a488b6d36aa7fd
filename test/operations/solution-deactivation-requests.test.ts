import { expect } from 'vitest'
import {
  acceptDeactivationRequest,
  rejectDeactivationRequest,
  sendDeactivationRequest,
} from '../../contracts/operations/solution-deactivation-requests.ts'
import type { Kit } from '../kit.ts'
import { expectError, proves } from '../operation.ts'
import { asPartner, bothHear, heard, withSolution } from '../solutions.ts'

const OPENAPI = { 'solution-replies': 'openapi' }
const act = (kit: Kit, edge: string, options: object = asPartner) => kit.graph('POST', `/{solution}/${edge}`, options)
const send = (kit: Kit, options = {}) => act(kit, 'send_deactivation_request', options)
const accept = (kit: Kit, options: object = asPartner) => act(kit, 'accept_deactivation_request', options)
const reject = (kit: Kit, options: object = asPartner) => act(kit, 'reject_deactivation_request', options)
const read = async (kit: Kit) => (await kit.graph('GET', '/{solution}')).body

proves(
  sendDeactivationRequest,
  {
    'the solution stays in use until the partner agrees; both hear PENDING_DEACTIVATION': async () => {
      const kit = withSolution()
      const { owner, partner } = await bothHear(kit, 'partner_solutions')
      expect((await send(kit)).body).toEqual({ success: true })
      expect(await read(kit)).toMatchObject({ status: 'ACTIVE', status_for_pending_request: 'PENDING_DEACTIVATION' })
      await kit.advance('1s')
      for (const [, value] of [...heard(owner), ...heard(partner)]) {
        expect(value).toMatchObject({ event: 'SOLUTION_UPDATED', solution_status: 'PENDING_DEACTIVATION' })
      }
      expect(owner.posts.length + partner.posts.length).toBe(2)
      const body = { solution_id: kit.names.solution }
      expect((await kit.graph('POST', '/{client}/onboard_partners_to_mm_lite', { body })).status).toBe(200)
    },
    "ruling solution-replies, 'openapi': an object": async () => {
      const { body } = await send(withSolution('ACTIVE', OPENAPI))
      expect(body).toMatchObject({ success: true, request_id: expect.any(String), message: expect.any(String) })
    },
  },
  {
    solution_deactivation_forbidden: () => send(withSolution(), asPartner),
    solution_not_deactivatable: async () => {
      const refused = await send(withSolution('DEACTIVATED'))
      expect(refused.body.error.message).toMatch(/Current status: DEACTIVATED$/)
      return send(withSolution('INITIATED'))
    },
  },
)

proves(
  acceptDeactivationRequest,
  {
    'the solution is DEACTIVATED, and nobody comes in by it': async () => {
      const kit = withSolution('PENDING_DEACTIVATION')
      expect((await accept(kit)).body).toEqual({ success: true })
      expect(await read(kit)).toMatchObject({ status: 'DEACTIVATED', status_for_pending_request: 'NONE' })
      const body = { solution_id: kit.names.solution }
      expectError(await kit.graph('POST', '/{client}/onboard_partners_to_mm_lite', { body }), 'solution_missing')
    },
    "ruling solution-replies, 'openapi': the solution": async () => {
      const { body } = await accept(withSolution('PENDING_DEACTIVATION', OPENAPI))
      expect(body).toMatchObject({ status: 'DEACTIVATED', status_for_pending_request: 'NONE' })
    },
  },
  {
    deactivation_accept_forbidden: () => accept(withSolution('PENDING_DEACTIVATION'), {}),
    deactivation_not_pending: () => accept(withSolution()),
  },
)

proves(
  rejectDeactivationRequest,
  {
    'the solution goes on': async () => {
      const kit = withSolution('PENDING_DEACTIVATION')
      expect((await reject(kit)).body).toEqual({ success: true })
      expect(await read(kit)).toMatchObject({ status: 'ACTIVE', status_for_pending_request: 'NONE' })
    },
    "ruling solution-replies, 'openapi': the solution": async () => {
      const body = { reject_deactivation_request: true }
      const reply = await reject(withSolution('PENDING_DEACTIVATION', OPENAPI), { ...asPartner, body })
      expect(reply.body).toMatchObject({ status: 'ACTIVE', status_for_pending_request: 'NONE' })
    },
  },
  {
    deactivation_missing: () => reject(withSolution()),
    deactivation_needed: () => reject(withSolution('INITIATED')),
    deactivation_processed: () => reject(withSolution('DEACTIVATED')),
    deactivation_reject_forbidden: () => reject(withSolution('PENDING_DEACTIVATION'), {}),
    parameter_required: () => reject(withSolution('PENDING_DEACTIVATION', OPENAPI)),
  },
)
