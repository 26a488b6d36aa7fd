import { expect } from 'vitest'
import { setSolutionMigrationIntent } from '../../contracts/operations/set-solution-migration-intent.ts'
import { emulate, type Kit, need } from '../kit.ts'
import { proves } from '../operation.ts'
import { asPartner, withSolution } from '../solutions.ts'

const set = (kit: Kit, body: object, options: object = {}) =>
  kit.graph('POST', '/{shared_account}/set_solution_migration_intent', { body, ...options })
const into = (kit: Kit, name = 'solution') => set(kit, { solution_id: kit.names[name] })

/** The account is in a solution of its partner, who has a second one. */
const inSolution = (rulings = {}) =>
  emulate('partner-with-solution', (file) => {
    need(file.accounts?.shared_account).solution = 'solution'
    file.solutions = {
      ...file.solutions,
      second: { name: 'Harbour with Lantern, again', ownerApp: 'other_app', partnerApp: 'app' },
    }
    file.rulings = rulings
  })

proves(
  setSolutionMigrationIntent,
  {
    'answers the intent, which both partners read, and writes to the admins': async () => {
      const kit = withSolution()
      const { body } = await into(kit)
      expect(body).toEqual({ id: expect.stringMatching(/^\d{16}$/) })
      for (const options of [{}, asPartner]) {
        expect((await kit.graph('GET', `/${body.id}`, options)).body).toEqual({
          id: body.id,
          status: 'INITIATED',
          solution: {
            id: kit.names.solution,
            name: 'Harbour with Lantern',
            status: 'ACTIVE',
            status_for_pending_request: 'NONE',
          },
        })
      }
      const { data } = (await kit.control('get', `worlds/${kit.id}/mailbox`)).body
      expect(data).toMatchObject([{ kind: 'migration', to: ['admin@juniper.example'], request: body.id }])
      expect((await into(kit)).body).toEqual(body)
    },
    'goes from one solution to another of the same business, and off with app_id': async () => {
      expect((await into(inSolution(), 'second')).status).toBe(200)
      const kit = inSolution()
      expect((await set(kit, { app_id: kit.names.app })).status).toBe(200)
    },
    "ruling migration-intent-shape, 'openapi': other parameters, another reply, and a bare node": async () => {
      const kit = withSolution('ACTIVE', { 'migration-intent-shape': 'openapi' })
      const ask = (migration_intent: string) => set(kit, { solution_id: kit.names.solution, migration_intent })
      const { body } = await ask('INITIATE_MIGRATION')
      expect(body).toEqual({ success: true, migration_intent_id: expect.any(String), status: 'PENDING' })
      const node = async () => (await kit.graph('GET', `/${body.migration_intent_id}`)).body
      expect(await node()).toEqual({ id: body.migration_intent_id, status: 'INITIATED' })
      expect((await ask('CANCEL_MIGRATION')).body.status).toBe('REJECTED')
      expect(await node()).toEqual({ id: body.migration_intent_id, status: 'REJECTED' })
    },
  },
  {
    account_or_solution_missing: () => set(withSolution(), { solution_id: '1234' }),
    migration_forbidden: () => {
      const kit = withSolution()
      return kit.graph('POST', '/{obo_account}/set_solution_migration_intent', {
        body: { solution_id: kit.names.solution },
      })
    },
    migration_state_invalid: async () => {
      expect((await into(withSolution(), 'draft_solution')).status).toBe(400)
      const kit = withSolution()
      expect((await set(kit, { app_id: kit.names.app })).status).toBe(400)
      return into(inSolution())
    },
    parameter_not_numeric: () => set(withSolution(), { solution_id: 'harbour' }),
    parameter_required: () => set(withSolution(), {}),
  },
)
