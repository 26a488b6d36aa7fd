import { expect } from 'vitest'
import { setOboMobilityIntent } from '../../contracts/operations/set-obo-mobility-intent.ts'
import { emulate, type Kit, need } from '../kit.ts'
import { expectError, proves } from '../operation.ts'
import { accountIn, asPartner, withSolution } from '../solutions.ts'

const set = (kit: Kit, body: object = {}, options: object = {}) =>
  kit.graph('POST', '/{obo_account}/set_obo_mobility_intent', { body, ...options })

proves(
  setOboMobilityIntent,
  {
    'answers the intent, which can be read and shows as a request in progress': async () => {
      const kit = withSolution()
      const { body } = await set(kit, { solution_id: kit.names.solution })
      expect(body).toEqual({ id: expect.stringMatching(/^\d{16}$/) })
      const fields = 'status,created_time,updated_time,waba,solution{id}'
      expect((await kit.graph('GET', `/${body.id}`, { query: { fields } })).body).toMatchObject({
        status: 'PENDING',
        updated_time: expect.stringContaining('2026-03-02T'),
        waba: { id: kit.names.obo_account },
        solution: { id: kit.names.solution },
      })
    },
    'asked again, answers the same intent, with the solution that is named': async () => {
      const kit = withSolution()
      const made = await set(kit)
      expect(made.headers['x-mmgraph-note']).toBeUndefined()
      const first = made.body
      const again = await set(kit, { solution_id: kit.names.solution })
      expect(again.body).toEqual(first)
      expect(again.headers['x-mmgraph-note']).toContain('already')
      const { body } = await kit.graph('GET', `/${first.id}`)
      expect(body.solution.id).toBe(kit.names.solution)
      await set(kit)
      expect((await kit.graph('GET', `/${first.id}`)).body.solution.id).toBe(kit.names.solution)
    },
    "ruling obo-intent-reply, 'openapi': success, intent_id, and what was sent": async () => {
      const kit = withSolution('ACTIVE', { 'obo-intent-reply': 'openapi' })
      const { body } = await set(kit, { client_mutation_id: 'mine' })
      const { mobilityIntentId } = accountIn(kit, 'obo_account')
      expect(body).toEqual({ success: true, intent_id: mobilityIntentId, client_mutation_id: 'mine', error_msg: null })
    },
    "ruling obo-intent-reply, 'openapi': an unusable solution is a 200 that failed, and nothing is set": async () => {
      const kit = withSolution('ACTIVE', { 'obo-intent-reply': 'openapi' })
      const { status, body } = await set(kit, { solution_id: kit.names.draft_solution })
      expect(status).toBe(200)
      expect(body).toMatchObject({ success: false, intent_id: null, error_msg: expect.stringContaining('Invalid') })
      expect(accountIn(kit, 'obo_account').mobilityIntentId).toBeUndefined()
    },
    'ruling obo-transfer-ended, since-october-2025: the clock of the world decides': async () => {
      const on = (clock: string) =>
        emulate('partner-with-solution', (file) => {
          file.clock = clock
          file.rulings = { 'obo-transfer-ended': 'since-october-2025' }
        })
      expect((await set(on('2025-10-01T12:00:00Z'), {}, { version: 'v23.0' })).status).toBe(200)
      expectError(await set(on('2025-10-02T12:00:00Z'), {}, { version: 'v23.0' }), 'obo_mobility_refused')
      expect((await set(withSolution('ACTIVE', { 'obo-transfer-ended': 'open' }))).status).toBe(200)
    },
  },
  {
    obo_intent_forbidden: () => {
      const kit = withSolution()
      kit.world().put({ ...accountIn(kit, 'obo_account'), sharedWith: [need(kit.names.other_partner)] })
      return set(kit, {}, asPartner)
    },
    obo_mobility_intent_refused: async () => {
      const kit = withSolution()
      kit.world().put({ ...accountIn(kit, 'obo_account'), status: 'RESTRICTED' })
      expectError(await set(kit), 'obo_mobility_intent_refused')
      return withSolution().graph('POST', '/{shared_account}/set_obo_mobility_intent')
    },
    obo_mobility_refused: () => set(withSolution('ACTIVE', { 'obo-transfer-ended': 'since-october-2025' })),
    obo_solution_invalid: async () => {
      const kit = emulate('partner-with-solution', (file) => {
        file.apps.third_app = { ...need(file.apps.other_app), name: 'Lantern Third' }
        file.solutions = { ...file.solutions, theirs: { name: 'X', ownerApp: 'third_app', partnerApp: 'other_app' } }
      })
      expectError(await set(kit, { solution_id: '1234' }), 'obo_solution_invalid')
      expectError(await set(kit, { solution_id: kit.names.theirs }), 'obo_solution_invalid')
      return set(kit, { solution_id: kit.names.draft_solution })
    },
    parameter_not_numeric: () => set(withSolution(), { solution_id: 'harbour' }),
  },
)
