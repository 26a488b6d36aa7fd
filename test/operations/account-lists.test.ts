import request from 'supertest'
import { expect } from 'vitest'
import { getClientWhatsAppBusinessAccounts } from '../../contracts/operations/get-client-whats-app-business-accounts.ts'
import { getOwnedWhatsAppBusinessAccounts } from '../../contracts/operations/get-owned-whats-app-business-accounts.ts'
import { emulate, type Kit, need } from '../kit.ts'
import { expectError, proves } from '../operation.ts'

const CLIENT = '/{partner}/client_whatsapp_business_accounts'
const OWNED = '/{partner}/owned_whatsapp_business_accounts'
const ids = ({ body }: { body: { data: { id: string }[] } }) => body.data.map(({ id }) => id)

/** A partner that holds so many accounts for the client. */
function holding(count: number): Kit {
  return emulate('five-obo-without-intent', (file) => {
    const [account] = Object.values(file.accounts ?? {})
    const names = Array.from({ length: count }, (_, at) => `held_${at}`)
    file.accounts = Object.fromEntries(names.map((name) => [name, { ...need(account), name }]))
  })
}

proves(
  getClientWhatsAppBusinessAccounts,
  {
    'lists the accounts that clients share, with the default fields': async () => {
      const kit = emulate()
      const { body } = await kit.graph('GET', CLIENT)
      expect(body).toEqual({
        data: [
          {
            id: kit.names.shared_account,
            name: 'Juniper shop',
            currency: 'BRL',
            timezone_id: '25',
            message_template_namespace: expect.stringMatching(/^[0-9a-f]{8}(_[0-9a-f]{4}){3}_[0-9a-f]{12}$/),
          },
        ],
        paging: { cursors: { before: expect.any(String), after: expect.any(String) } },
      })
    },
    'after onboarding lists what was held on behalf, too': async () => {
      const kit = emulate()
      await kit.graph('POST', '/{client}/onboard_partners_to_mm_lite')
      await kit.happens('client_accepts_mm_terms', { business: 'client' })
      expect(ids(await kit.graph('GET', CLIENT))).toEqual([kit.names.shared_account, kit.names.obo_account])
      expect(ids(await kit.graph('GET', OWNED))).toEqual([])
    },
    'filters by marketing_messages_onboarding_status, in the quotes of Meta’s own sample': async () => {
      const kit = emulate()
      const filtering = (value: string) =>
        `[{'field':'marketing_messages_onboarding_status','operator':'IN','value':['${value}']}]`
      const list = (value: string) => kit.graph('GET', CLIENT, { query: { filtering: filtering(value) } })
      expect(ids(await list('ELIGIBLE'))).toEqual([kit.names.shared_account])
      expect(ids(await list('ONBOARDED'))).toEqual([])
    },
    'filters by creation_time and by partners': async () => {
      const kit = emulate()
      const list = (field: string, operator: string, value: unknown) =>
        kit.graph('GET', CLIENT, { query: { filtering: JSON.stringify([{ field, operator, value }]) } })
      expect(ids(await list('creation_time', 'GREATER_THAN', '1604962813'))).toHaveLength(1)
      expect(ids(await list('creation_time', 'LESS_THAN', '1604962813'))).toHaveLength(0)
      expect(ids(await list('partners', 'ALL', [kit.names.partner]))).toHaveLength(1)
    },
    'a filter by creation_time takes a number of seconds': async () => {
      const filtering = '[{"field":"creation_time","operator":"GREATER_THAN","value":"abc"}]'
      expectError(await emulate().graph('GET', CLIENT, { query: { filtering } }), 'parameter_invalid')
    },
    'needs Advanced access to whatsapp_business_management': async () => {
      expectError(await emulate('app-without-advanced-access').graph('GET', CLIENT), 'permission_missing')
    },
  },
  {
    parameter_invalid: () => {
      const filtering = JSON.stringify([{ field: 'partners', operator: 'IN', value: [] }])
      return emulate().graph('GET', CLIENT, { query: { filtering } })
    },
    cursor_invalid: () => emulate().graph('GET', CLIENT, { query: { after: '???' } }),
  },
)

proves(
  getOwnedWhatsAppBusinessAccounts,
  {
    'lists the accounts that the partner holds on behalf of others': async () => {
      const kit = emulate()
      expect(ids(await kit.graph('GET', OWNED))).toEqual([kit.names.obo_account])
    },
    'pages forward to the end by next, and back by previous, on the host of the caller with the token': async () => {
      const kit = holding(30)
      const all = kit
        .world()
        .list('WhatsAppBusinessAccount')
        .map(({ id }) => id)
      const seen: string[][] = []
      let page = await kit.graph('GET', OWNED, { query: { limit: '7', fields: 'id' } })
      for (;;) {
        seen.push(ids(page))
        const { next } = page.body.paging
        if (!next) break
        const url = new URL(next)
        expect(url.host).toMatch(/^127\.0\.0\.1:\d+$/)
        expect(url.searchParams.get('access_token')).toBe(kit.tokens.partner_system_user)
        expect(url.searchParams.get('fields')).toBe('id')
        page = await request(kit.server).get(url.pathname + url.search)
      }
      expect(seen.flat()).toEqual(all)
      expect(seen.map(({ length }) => length)).toEqual([7, 7, 7, 7, 2])
      const previous = new URL(page.body.paging.previous)
      const before = await request(kit.server).get(previous.pathname + previous.search)
      expect(ids(before)).toEqual(seen[3])
    },
    'gives 25 where no limit is named, and 100 at most': async () => {
      const kit = holding(130)
      expect(ids(await kit.graph('GET', OWNED))).toHaveLength(25)
      expect(ids(await kit.graph('GET', OWNED, { query: { limit: '500' } }))).toHaveLength(100)
    },
    'a page past the end has no data and no paging': async () => {
      const kit = emulate()
      const { after } = (await kit.graph('GET', OWNED)).body.paging.cursors
      expect((await kit.graph('GET', OWNED, { query: { after } })).body).toEqual({ data: [] })
    },
    'sorts by creation time': async () => {
      const { status } = await emulate().graph('GET', OWNED, { query: { sort: 'creation_time_descending' } })
      expect(status).toBe(200)
    },
  },
  {
    parameter_invalid: () => {
      const filtering = JSON.stringify([{ field: 'creation_time', operator: 'IN', value: 1 }])
      return emulate().graph('GET', OWNED, { query: { filtering } })
    },
    cursor_invalid: () => emulate().graph('GET', OWNED, { query: { before: 'bm90IG91cnM' } }),
  },
)
