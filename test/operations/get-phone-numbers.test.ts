import { expect } from 'vitest'
import { getWhatsAppBusinessAccountPhoneNumbers } from '../../contracts/operations/get-phone-numbers.ts'
import { emulate, need } from '../kit.ts'
import { expectError, proves } from '../operation.ts'

const EDGE = '/{shared_account}/phone_numbers'

/** An account with a second number, onboarded earlier, for tests. */
const withTwo = () =>
  emulate(undefined, (file) => {
    const second = { account: 'shared_account', display_phone_number: '+1 631-555-0199', verified_name: 'Juniper Test' }
    file.phoneNumbers = {
      ...file.phoneNumbers,
      second: { ...second, account_mode: 'SANDBOX', onboarded: '2026-01-05' },
    }
  })

const numbers = ({ body }: { body: { data: { display_phone_number: string }[] } }) =>
  body.data.map(({ display_phone_number }) => display_phone_number.slice(-4))

proves(
  getWhatsAppBusinessAccountPhoneNumbers,
  {
    'lists the numbers of an account with the default fields': async () => {
      const kit = emulate()
      expect((await kit.graph('GET', EDGE)).body.data).toEqual([
        {
          verified_name: 'Juniper Bakery',
          code_verification_status: 'VERIFIED',
          display_phone_number: '+1 631-555-0101',
          quality_rating: 'GREEN',
          platform_type: 'CLOUD_API',
          throughput: { level: 'STANDARD' },
          id: kit.names.phone,
        },
      ])
    },
    'the one that was onboarded last comes first, or last where asked': async () => {
      const kit = withTwo()
      expect(numbers(await kit.graph('GET', EDGE))).toEqual(['0101', '0199'])
      const query = { sort: "['last_onboarded_time_ascending']" }
      expect(numbers(await kit.graph('GET', EDGE, { query }))).toEqual(['0199', '0101'])
    },
    'those of the same moment keep their order': async () => {
      const kit = emulate(undefined, (file) => {
        const row = { ...need(file.phoneNumbers?.phone), onboarded: '2026-01-05' }
        const names = ['0191', '0192', '0193', '0194']
        const rows = names.map((end) => [end, { ...row, display_phone_number: `+1 631-555-${end}` }])
        file.phoneNumbers = Object.fromEntries(rows)
      })
      for (const sort of ['last_onboarded_time_ascending', 'last_onboarded_time_descending']) {
        const query = { sort: `['${sort}']` }
        expect(numbers(await kit.graph('GET', EDGE, { query }))).toEqual(['0191', '0192', '0193', '0194'])
      }
    },
    'can be filtered by account_mode': async () => {
      const query = { filtering: '[{"field":"account_mode","operator":"EQUAL","value":"SANDBOX"}]' }
      expect(numbers(await withTwo().graph('GET', EDGE, { query }))).toEqual(['0199'])
    },
    'a number can be read alone by whoever may see its account, and counts towards its limit': async () => {
      const kit = emulate()
      const { body, headers } = await kit.graph('GET', '/{phone}', { query: { fields: 'status,name_status' } })
      expect(body).toEqual({ status: 'CONNECTED', name_status: 'APPROVED', id: kit.names.phone })
      expect(headers['x-business-use-case-usage']).toContain(kit.names.shared_account)
      const hidden = emulate(undefined, (file) => {
        if (file.accounts?.shared_account) file.accounts.shared_account.sharedWith = []
      })
      expectError(await hidden.graph('GET', '/{phone}'), 'object_missing_on_get')
    },
    'moves with its account when that becomes the client’s own': async () => {
      const kit = emulate()
      const ownership = async () =>
        (
          await kit.graph('GET', '/{obo_account}', {
            as: 'client_admin',
            query: { fields: 'ownership_type,phone_numbers{id}' },
          })
        ).body
      expect(await ownership()).toMatchObject({ ownership_type: 'ON_BEHALF_OF' })
      await kit.graph('POST', '/{client}/onboard_partners_to_mm_lite')
      await kit.happens('client_accepts_mm_terms', { business: 'client' })
      expect(await ownership()).toMatchObject({
        ownership_type: 'SELF',
        phone_numbers: { data: [{ id: kit.names.obo_phone }] },
      })
    },
    'calling from it is a gap, and says so': async () => {
      const { status, headers } = await emulate().graph('POST', '/{phone}/calls', { body: {} })
      expect({ status, gap: headers['x-mmgraph'] }).toEqual({ status: 501, gap: 'not-implemented' })
    },
  },
  { cursor_invalid: () => emulate().graph('GET', EDGE, { query: { after: need('!') } }) },
)
