import { expect } from 'vitest'
import { createOboMobilityIntent } from '../../contracts/operations/create-obo-mobility-intent.ts'
import { getInProgressOnBehalfRequests } from '../../contracts/operations/get-in-progress-on-behalf-requests.ts'
import { emulate, type Kit, need } from '../kit.ts'
import { expectError, proves } from '../operation.ts'
import { accountIn, withSolution } from '../solutions.ts'

const make = (kit: Kit, body: object = {}, account = 'obo_account') =>
  kit.graph('POST', `/{${account}}/obo_mobility_intent`, {
    body: { solution_id: kit.names.solution, intent_type: 'INITIATE_TRANSFER', ...body },
  })
const requests = async (kit: Kit) =>
  (
    await kit.graph('GET', '/{obo_account}/in_progress_onbehalf_request', {
      query: { fields: 'status,business_owned_object,receiving_business{id},requesting_business{id}' },
    })
  ).body.data

proves(
  createOboMobilityIntent,
  {
    'asks, confirms and takes back': async () => {
      const kit = withSolution()
      const first = (await make(kit)).body
      expect(first).toMatchObject({ success: true, status: 'PENDING', approval_required: true })
      expect(first.next_steps.length).toBeGreaterThan(0)
      const status = async () =>
        (await kit.graph('GET', `/${first.mobility_intent_id}`, { query: { fields: 'status' } })).body.status
      expect(await status()).toBe('PENDING')
      const confirmed = (await make(kit, { intent_type: 'CONFIRM_TRANSFER' })).body
      expect(confirmed).toEqual({
        success: true,
        mobility_intent_id: first.mobility_intent_id,
        status: 'APPROVED',
        approval_required: false,
        next_steps: [],
      })
      expect(await status()).toBe('ACTIVE')
      expect((await make(kit, { intent_type: 'CANCEL_TRANSFER' })).body.status).toBe('REJECTED')
      expect(await status()).toBe('CANCELLED')
      expect(accountIn(kit, 'obo_account').mobilityIntentId).toBeUndefined()
      expect(await requests(kit)).toEqual([])
    },
    'a time makes it SCHEDULED': async () => {
      const scheduled_execution_time = '2026-04-01T10:00:00Z'
      const { body } = await make(withSolution(), { intent_type: 'REQUEST_HANDOVER', scheduled_execution_time })
      expect(body).toMatchObject({ status: 'SCHEDULED', estimated_completion_time: scheduled_execution_time })
    },
    'what is answered at once is not SCHEDULED, whatever its time': async () => {
      const kit = withSolution()
      await make(kit)
      const { body } = await make(kit, { intent_type: 'CONFIRM_TRANSFER', scheduled_execution_time: '2026-04-01' })
      expect(body).toMatchObject({ status: 'APPROVED', approval_required: false })
    },
  },
  {
    account_or_solution_missing: () => make(withSolution(), { solution_id: '1234' }),
    obo_handover_forbidden: async () => {
      const kit = withSolution()
      const held = accountIn(kit, 'obo_account')
      const { other_partner = '', partner = '' } = kit.names
      kit.world().put({ ...held, ownerId: other_partner, sharedWith: [partner] })
      expectError(await make(kit), 'obo_handover_forbidden')
      const { onBehalfOfId: _, ...own } = held
      kit.world().put(own)
      expectError(await make(kit), 'obo_handover_forbidden')
      return make(withSolution(), {}, 'shared_account')
    },
    obo_handover_state: async () => {
      const kit = withSolution()
      expectError(await make(kit, { target_solution_id: kit.names.draft_solution }), 'obo_handover_state')
      return make(kit, { intent_type: 'APPROVE_HANDOVER' })
    },
    parameter_not_numeric: () => make(withSolution(), { target_solution_id: 'harbour' }),
  },
)

proves(
  getInProgressOnBehalfRequests,
  {
    'is there from the intent to the answer, from the partner to the client': async () => {
      const kit = withSolution()
      expect(await requests(kit)).toEqual([])
      await kit.graph('POST', '/{obo_account}/set_obo_mobility_intent')
      expect(await requests(kit)).toEqual([
        {
          id: expect.any(String),
          status: 'IN_PROGRESS',
          business_owned_object: kit.names.obo_account,
          receiving_business: { id: kit.names.client },
          requesting_business: { id: kit.names.partner },
        },
      ])
      await kit.happens('client_claims_account', { account: 'obo_account' })
      expect(await requests(kit)).toEqual([])
    },
    'is of the one account, whatever waits for others': async () => {
      const kit = emulate('partner-with-solution', (file) => {
        file.accounts = { ...file.accounts, second: { ...need(file.accounts?.obo_account), name: 'Juniper vans' } }
      })
      await kit.graph('POST', '/{second}/set_obo_mobility_intent')
      expect(await requests(kit)).toEqual([])
    },
  },
  {
    cursor_invalid: () =>
      withSolution().graph('GET', '/{obo_account}/in_progress_onbehalf_request', { query: { after: '???' } }),
  },
)
