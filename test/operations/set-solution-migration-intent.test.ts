import { expect } from 'vitest'
import { setSolutionMigrationIntent } from '../../contracts/operations/set-solution-migration-intent.ts'
import { emulate, type Kit, need } from '../kit.ts'
import { expectError, proves } from '../operation.ts'
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

/** Under the reading of the OpenAPI description, with the account shared with both partners. */
const rich = () => {
  const kit = withSolution('ACTIVE', { 'migration-intent-shape': 'openapi' })
  return { kit, ask: (body: object) => set(kit, { solution_id: kit.names.solution, ...body }) }
}
const TIME = '2026-04-01T10:00:00Z'

/** A solution of two other businesses; the account may be in it. */
const beside = (isIn: boolean) =>
  emulate('partner-with-solution', (file) => {
    Object.assign(file.businesses, { third: { name: 'Third', country: 'GB', partner: 'tech-provider' } })
    file.apps.third_app = { ...need(file.apps.other_app), name: 'Third Desk', business: 'third' }
    file.solutions = {
      ...file.solutions,
      theirs: { name: 'Of others', ownerApp: 'third_app', partnerApp: 'other_app' },
    }
    if (isIn) need(file.accounts?.shared_account).solution = 'theirs'
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
    "ruling migration-intent-shape, 'openapi': a time is told back where one was sent": async () => {
      const { ask } = rich()
      const timed = (await ask({ migration_intent: 'SCHEDULE_MIGRATION', scheduled_migration_time: TIME })).body
      expect(timed).toMatchObject({ status: 'SCHEDULED', estimated_completion_time: TIME })
      const { body } = await ask({ migration_intent: 'CONFIRM_MIGRATION' })
      expect(body).toEqual({ success: true, migration_intent_id: timed.migration_intent_id, status: 'PENDING' })
    },
    "ruling migration-intent-shape, 'openapi': what is confirmed or cancelled was asked before": async () => {
      for (const migration_intent of ['CONFIRM_MIGRATION', 'CANCEL_MIGRATION']) {
        const { kit, ask } = rich()
        expectError(await ask({ migration_intent }), 'migration_state_invalid')
        expect(kit.world().list('WhatsAppBusinessAccountMigrationIntent')).toEqual([])
      }
      expectError(await rich().ask({}), 'parameter_required')
    },
    'an account with an intent that waits takes none for another solution': async () => {
      const kit = inSolution()
      expect((await into(kit, 'second')).status).toBe(200)
      expectError(await set(kit, { app_id: kit.names.app }), 'migration_state_invalid')
      expect(kit.world().list('WhatsAppBusinessAccountMigrationIntent')).toHaveLength(1)
    },
    'a partner has no say over solutions and apps of others': async () => {
      const elsewhere = beside(false)
      expectError(await into(elsewhere, 'theirs'), 'migration_forbidden')
      expectError(await set(elsewhere, { app_id: elsewhere.names.other_app }), 'migration_forbidden')
      expectError(await set(elsewhere, { app_id: '1234' }), 'migration_forbidden')
      expectError(await into(beside(true)), 'migration_state_invalid')
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
    parameter_not_numeric: async () => {
      for (const solution_id of ['1234x', 'x1234']) {
        expectError(await set(withSolution(), { solution_id }), 'parameter_not_numeric')
      }
      return set(withSolution(), { solution_id: 'harbour' })
    },
    parameter_required: () => set(withSolution(), {}),
  },
)
