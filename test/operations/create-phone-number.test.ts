import { expect } from 'vitest'
import { createWhatsAppBusinessAccountPhoneNumber } from '../../contracts/operations/create-phone-number.ts'
import { type Kit, need } from '../kit.ts'
import { withNumber } from '../numbers.ts'
import { expectError, proves } from '../operation.ts'
import { withSolution } from '../solutions.ts'

const NEW = { cc: '1', phone_number: '6315550123', verified_name: 'Juniper Lounge' }
const add = (kit: Kit, body: object = {}) => kit.graph('POST', '/{waba}/phone_numbers', { body: { ...NEW, ...body } })

const small = () =>
  withNumber({}, (file) => {
    Object.assign(need(file.businesses.client), { verification_status: 'not_verified', messagingLimit: 'TIER_250' })
  })

proves(
  createWhatsAppBusinessAccountPhoneNumber,
  {
    'adds a number that is to be verified and registered': async () => {
      const kit = withNumber()
      const { id } = (await add(kit)).body
      const fields =
        'verified_name,code_verification_status,display_phone_number,quality_rating,platform_type,throughput,status,name_status,is_pin_enabled'
      expect((await kit.graph('GET', `/${id}`, { query: { fields } })).body).toEqual({
        verified_name: 'Juniper Lounge',
        code_verification_status: 'NOT_VERIFIED',
        display_phone_number: '+1 631-555-0123',
        quality_rating: 'UNKNOWN',
        platform_type: 'NOT_APPLICABLE',
        throughput: { level: 'NOT_APPLICABLE' },
        status: 'PENDING',
        name_status: 'AVAILABLE_WITHOUT_REVIEW',
        is_pin_enabled: false,
        id,
      })
      expect((await kit.graph('GET', '/{waba}/phone_numbers')).body.data).toHaveLength(2)
    },
    'takes the number with its country code as well, and with what people write between digits': async () => {
      const kit = withNumber()
      expect((await add(kit, { phone_number: '16315550124' })).status).toBe(200)
      expect((await add(kit, { cc: undefined, phone_number: '+44 7700 555 012' })).status).toBe(200)
      const shown = kit.world().list('WhatsAppBusinessAccountToNumberCurrentStatus')
      expect(shown.map((number) => number.display_phone_number)).toEqual([
        '+1 416-555-0190',
        '+1 631-555-0124',
        '+447700555012',
      ])
    },
    'a number that was deleted can be added again': async () => {
      const kit = withNumber()
      await kit.happens('number_is_deleted', { phone: 'phone' })
      expect((await add(kit, { phone_number: '4165550190' })).status).toBe(200)
      expect((await kit.graph('GET', '/{waba}/phone_numbers')).body.data).toHaveLength(1)
    },
    'two numbers are allowed at first, and twenty once the business may write to 2,000': async () => {
      const kit = small()
      expect((await add(kit)).status).toBe(200)
      expectError(await add(kit, { phone_number: '6315550124' }), 'number_limit_reached')
      await kit.happens('messaging_limit_changes', { business: 'client' })
      expect((await add(kit, { phone_number: '6315550124' })).status).toBe(200)
    },
    'numbers of other businesses count for nobody else': async () => {
      const kit = withNumber({}, (file) => {
        Object.assign(need(file.businesses.client), { verification_status: 'not_verified', messagingLimit: 'TIER_250' })
        file.accounts = { ...file.accounts, own: { name: 'Harbour', owner: 'partner' } }
        const theirs = { account: 'own', display_phone_number: '+1 416-555-0191', verified_name: 'Harbour' }
        file.phoneNumbers = { ...file.phoneNumbers, theirs }
      })
      expect((await add(kit)).status).toBe(200)
      expectError(await add(kit, { phone_number: '6315550124' }), 'number_limit_reached')
    },
    'a disabled account takes no numbers': async () => {
      const kit = withNumber()
      await kit.happens('account_is_disabled', { account: 'waba' })
      expectError(await add(kit), 'account_blocked_for_policy')
    },
    'migration and numbers verified before are gaps, and say so': async () => {
      for (const body of [{ migrate_phone_number: true }, { preverified_id: '123' }]) {
        expect((await add(withNumber(), body)).headers['x-mmgraph']).toBe('not-implemented')
      }
    },
    'ruling openapi-status: a number of somebody else is 400, or 409': async () => {
      for (const [side, status] of [
        ['graph', 400],
        ['openapi', 409],
      ] as const) {
        const kit = withNumber({}, (file) => {
          file.rulings = { ...file.rulings, 'openapi-status': side }
          file.accounts = { ...file.accounts, other: { name: 'Other', owner: 'client', sharedWith: ['partner'] } }
        })
        const body = { ...NEW, phone_number: '4165550190' }
        expect((await kit.graph('POST', '/{other}/phone_numbers', { body })).status).toBe(status)
      }
    },
  },
  {
    account_blocked_for_policy: async () => {
      const kit = withNumber()
      await kit.happens('account_is_restricted', { account: 'waba', types: ['RESTRICTED_ADD_PHONE_NUMBER_ACTION'] })
      expect(kit.world().list('WhatsAppBusinessAccount')[0]?.status).toBe('ACTIVE')
      return add(kit)
    },
    number_format_invalid: async () => {
      const refused = await add(withNumber(), { phone_number: '12' })
      expect(refused.headers['x-mmgraph-why']).toContain("'1 12'")
      return refused
    },
    number_limit_reached: async () => {
      const kit = small()
      await add(kit)
      return add(kit, { phone_number: '6315550124' })
    },
    number_listed_already: () => add(withNumber(), { phone_number: '4165550190' }),
    number_taken: async () => {
      const kit = withNumber({}, (file) => {
        file.accounts = { ...file.accounts, other: { name: 'Other', owner: 'client', sharedWith: ['partner'] } }
      })
      return kit.graph('POST', '/{other}/phone_numbers', { body: { ...NEW, phone_number: '4165550190' } })
    },
    number_two_step_on: async () => {
      const kit = withSolution()
      const body = { solution_id: kit.names.solution }
      const { id: intent } = (await kit.graph('POST', '/{shared_account}/set_solution_migration_intent', { body })).body
      const { account } = (await kit.happens('client_accepts_migration', { intent })).body.result
      return kit.graph('POST', `/${account}/phone_numbers`, {
        body: { migrate_phone_number: true, cc: '1', phone_number: '6315550103' },
      })
    },
    parameter_required: () =>
      withNumber().graph('POST', '/{waba}/phone_numbers', { body: { phone_number: '+14165550177' } }),
  },
)
