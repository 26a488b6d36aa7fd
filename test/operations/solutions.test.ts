import { expect } from 'vitest'
import {
  createWhatsAppBusinessSolution,
  getApplicationWhatsAppBusinessSolutions,
  getSolutionAccessToken,
  getSolutionPartners,
  listWabaSolutions,
} from '../../contracts/operations/solutions.ts'
import { emulate, type Kit, need } from '../kit.ts'
import { expectError, proves } from '../operation.ts'
import { accountIn, asPartner, bothHear, heard, withSolution } from '../solutions.ts'

const NEW = { owner_permissions: ['MESSAGING'], partner_permissions: [], solution_name: 'Harbour and Lantern' }
const create = (kit: Kit, body: object = {}, options = {}) =>
  kit.graph('POST', '/{app}/whatsapp_business_solution', {
    body: { ...NEW, partner_app_id: kit.names.other_app, ...body },
    ...options,
  })
const underMessaging = (side: string) => withSolution('ACTIVE', { 'solution-messaging': side })

proves(
  createWhatsAppBusinessSolution,
  {
    'makes a solution that waits for its partner; both hear SOLUTION_CREATED, each with its own business': async () => {
      const kit = withSolution()
      const { owner, partner } = await bothHear(kit, 'partner_solutions')
      const { body } = await create(kit)
      const value = { event: 'SOLUTION_CREATED', solution_id: body.solution_id, solution_status: 'INITIATED' }
      await kit.advance('1s')
      expect(heard(owner)).toEqual([[kit.names.partner, value]])
      expect(heard(partner)).toEqual([[kit.names.other_partner, value]])
      expect((await kit.graph('GET', `/${body.solution_id}`, asPartner)).body).toEqual({
        id: body.solution_id,
        name: 'Harbour and Lantern',
        status: 'INITIATED',
        status_for_pending_request: 'PENDING_ACTIVATION',
      })
    },
    'ruling solution-messaging, both: both partners may send': async () => {
      expect((await create(underMessaging('both'), { partner_permissions: ['MESSAGING'] })).status).toBe(200)
    },
    "ruling solution-messaging, 'one': exactly one may": async () => {
      expect((await create(underMessaging('one'))).status).toBe(200)
      const none = await create(underMessaging('one'), { owner_permissions: [] })
      expectError(none, 'solution_permissions_invalid')
    },
  },
  {
    solution_app_forbidden: () => {
      const kit = emulate('partner-with-solution', (file) => {
        file.apps.second = { ...need(file.apps.app), name: 'Harbour Second' }
      })
      const body = { ...NEW, partner_app_id: kit.names.other_app }
      return kit.graph('POST', '/{second}/whatsapp_business_solution', { body })
    },
    solution_partner_app_invalid: async () => {
      const kit = withSolution()
      expectError(await create(kit, { partner_app_id: kit.names.app }), 'solution_partner_app_invalid')
      return create(kit, { partner_app_id: '1234' })
    },
    solution_permissions_invalid: () => create(underMessaging('one'), { partner_permissions: ['MESSAGING'] }),
  },
)

const list = (kit: Kit, query: Record<string, string>, options = {}) =>
  kit.graph('GET', '/{app}/whatsapp_business_solutions', { query, ...options })

proves(
  getApplicationWhatsAppBusinessSolutions,
  {
    'lists those of a role': async () => {
      const kit = withSolution()
      const ids = async (query: Record<string, string>) =>
        (await list(kit, query)).body.data.map(({ id }: { id: string }) => id)
      expect(await ids({})).toEqual([kit.names.solution, kit.names.draft_solution])
      expect(await ids({ role: 'OWNER' })).toHaveLength(2)
      expect(await ids({ role: 'PARTNER' })).toEqual([])
    },
    'leaves out those in which the app takes no part': async () => {
      const kit = emulate('partner-with-solution', (file) => {
        file.apps.second = { ...need(file.apps.app), name: 'Harbour Second' }
      })
      expect((await kit.graph('GET', '/{second}/whatsapp_business_solutions')).body.data).toEqual([])
    },
    'the partner does not see a draft': async () => {
      const kit = withSolution()
      const { body } = await kit.graph('GET', '/{other_app}/whatsapp_business_solutions', {
        ...asPartner,
        query: { role: 'PARTNER' },
      })
      expect(body.data).toMatchObject([{ id: kit.names.solution, status: 'ACTIVE' }])
      expect((await kit.graph('GET', '/{draft_solution}', asPartner)).status).toBe(400)
    },
  },
  { cursor_invalid: () => list(withSolution(), { after: '???' }) },
)

/** The account that is shared, in the solution and shared with both of its partners. */
const joined = (rulings = {}) =>
  emulate('partner-with-solution', (file) => {
    const account = need(file.accounts?.shared_account)
    account.solution = 'solution'
    account.sharedWith = ['partner', 'other_partner']
    file.rulings = rulings
  })

proves(
  listWabaSolutions,
  {
    'is the solution that the account is in': async () => {
      const kit = joined()
      const { body } = await kit.graph('GET', '/{shared_account}/solutions')
      expect(body.data).toMatchObject([{ id: kit.names.solution }])
      expect((await kit.graph('GET', '/{obo_account}/solutions')).body.data).toEqual([])
    },
  },
  { cursor_invalid: () => joined().graph('GET', '/{shared_account}/solutions', { query: { after: '???' } }) },
)

proves(
  getSolutionPartners,
  {
    'is read with the solution, as in the guide': async () => {
      const kit = withSolution()
      const fields = 'name,owner_permissions,partners{partner_permissions,partner_app}'
      const { body } = await kit.graph('GET', '/{solution}', { query: { fields } })
      expect(body.owner_permissions).toContain('MESSAGING')
      expect(body.owner_permissions).toContain('VIEW_INSIGHTS')
      expect(body.partners.data).toEqual([
        {
          id: expect.stringMatching(/^\d{16}$/),
          partner_permissions: expect.arrayContaining(['MANAGE', 'VIEW_COST']),
          partner_app: { id: kit.names.other_app, name: 'Lantern Desk', link: expect.stringContaining('app_id=') },
        },
      ])
      expect(body.partners.data[0].partner_permissions).not.toContain('MESSAGING')
    },
  },
  { cursor_invalid: () => withSolution().graph('GET', '/{solution}/partners', { query: { after: '???' } }) },
)

const token = (kit: Kit, business_id?: string, options = {}) =>
  kit.graph('GET', '/{solution}/access_token', {
    query: { business_id: business_id ?? kit.names.client ?? '' },
    ...options,
  })

proves(
  getSolutionAccessToken,
  {
    'each partner gets a token of its own, with which it reaches the account': async () => {
      const kit = joined()
      const [mine, theirs] = [await token(kit), await token(kit, undefined, asPartner)]
      const values = [mine, theirs].map(({ body }) => body.data[0].access_token)
      expect(new Set(values).size).toBe(2)
      for (const as of values) expect((await kit.graph('GET', '/{shared_account}', { as })).status).toBe(200)
      expect((await token(kit)).body).toEqual(mine.body)
    },
    "ruling solution-token-reply: 'list' has data, 'flat' has none": async () => {
      expect(Object.keys((await token(joined({ 'solution-token-reply': 'list' }))).body)).toEqual(['data'])
      const flat = (await token(joined({ 'solution-token-reply': 'flat' }))).body
      expect(flat).toEqual({ access_token: expect.stringContaining('EAAMMGRAPH'), expires_at: 0 })
    },
    "ruling solution-token-reply, 'flat': expires_at counts seconds": async () => {
      const kit = joined({ 'solution-token-reply': 'flat' })
      const { access_token } = (await token(kit)).body
      const expiresAt = kit.now + 60_000
      kit.world().issue({ ...need(kit.world().token(access_token)), expiresAt })
      expect((await token(kit)).body).toEqual({ access_token, expires_at: expiresAt / 1000 })
    },
    'ruling openapi-status: 422 for a business that shares nothing': async () => {
      expect((await token(withSolution('ACTIVE', { 'openapi-status': 'openapi' }))).status).toBe(422)
    },
  },
  {
    parameter_not_numeric: () => token(joined(), 'juniper'),
    solution_business_not_shared: async () => {
      expectError(await token(joined(), '1234'), 'solution_business_not_shared')
      const others = joined()
      const refused = await token(others, others.names.other_partner)
      expectError(refused, 'solution_business_not_shared')
      expect(refused.headers['x-mmgraph-why']).toContain('Lantern Reach')
      const kit = joined()
      kit.world().put({ ...accountIn(kit, 'shared_account'), sharedWith: [need(kit.names.partner)] })
      expect((await token(kit)).status).toBe(200)
      return token(kit, undefined, asPartner)
    },
  },
)
