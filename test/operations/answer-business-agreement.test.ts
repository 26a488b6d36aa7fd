import { expect } from 'vitest'
import { answerBusinessAgreement } from '../../contracts/operations/answer-business-agreement.ts'
import { emulate, type Kit, need } from '../kit.ts'
import { expectError, proves } from '../operation.ts'
import { accountIn, withSolution } from '../solutions.ts'

const asked = async () => {
  const kit = emulate()
  const { body } = await kit.graph('POST', '/{client}/onboard_partners_to_mm_lite')
  return { kit, id: body.request_id as string }
}
const answer = (kit: Kit, id: string, request_status: string, as = 'client_admin', more = {}) =>
  kit.graph('POST', `/${id}`, { as, body: { request_status, ...more } })
const statusOf = async (kit: Kit, id: string) => (await kit.graph('GET', `/${id}`)).body.request_status

/** A Tech Provider brings 200 new customers within a week into a solution; the next may not come, and may decline. */
async function refusedByFullSolution(): Promise<void> {
  const kit = withSolution()
  const body = { solution_id: kit.names.solution }
  const { request_id } = (await kit.graph('POST', '/{client}/onboard_partners_to_mm_lite', { body })).body
  const world = kit.world()
  const solution = { solutionId: need(kit.names.solution), solutionSince: world.now }
  const account = accountIn(kit, 'shared_account')
  for (let n = 1; n <= 200; n += 1) world.put({ ...account, ...solution, id: `${n}`, ownerId: `client ${n}` })
  expectError(await answer(kit, request_id, 'APPROVE'), 'parameter_invalid')
  expect((await answer(kit, request_id, 'DECLINE')).body).toEqual({ success: true })
}

proves(
  answerBusinessAgreement,
  {
    'the client approves, which is as signing': async () => {
      const { kit, id } = await asked()
      expect((await answer(kit, id, 'APPROVE')).body).toEqual({ success: true })
      expect(await statusOf(kit, id)).toBe('APPROVE')
      expect(accountIn(kit, 'obo_account')).toMatchObject({
        ownerId: kit.names.client,
        sharedWith: [kit.names.partner],
      })
    },
    'the client approves one of its own accounts': async () => {
      const { kit, id } = await asked()
      const { shared_account: asset_id, obo_account } = kit.names
      expectError(await answer(kit, id, 'APPROVE', 'client_admin', { asset_id: obo_account }), 'parameter_invalid')
      expect((await answer(kit, id, 'APPROVE', 'client_admin', { asset_id })).body).toEqual({ success: true })
    },
    'the client makes the account that a partner asked for': async () => {
      const kit = emulate()
      const wish = { app: 'app', business: 'client', name: 'Juniper vans' }
      const { request } = (await kit.happens('partner_requests_account', wish)).body.result
      expect((await answer(kit, request, 'APPROVE')).body).toEqual({ success: true })
      expect(await statusOf(kit, request)).toBe('APPROVE')
      const made = kit.world().list('WhatsAppBusinessAccount').at(-1)
      expect(made).toMatchObject({ name: 'Juniper vans', ownerId: kit.names.client, sharedWith: [kit.names.partner] })
    },
    'the client declines, and may be asked again': async () => {
      const { kit, id } = await asked()
      expect((await answer(kit, id, 'DECLINE')).body).toEqual({ success: true })
      expect(await statusOf(kit, id)).toBe('DECLINE')
      expect((await kit.graph('POST', '/{client}/onboard_partners_to_mm_lite')).status).toBe(200)
    },
    'the partner takes it back': async () => {
      const { kit, id } = await asked()
      expect((await answer(kit, id, 'CANCELED', 'partner_system_user')).body).toEqual({ success: true })
      expect(await statusOf(kit, id)).toBe('CANCELED')
      expect((await kit.happens('client_accepts_mm_terms', { business: 'client' })).status).toBe(400)
    },
  },
  {
    business_management_missing: async () => {
      const kit = emulate('partner-with-obo-client', (file) => {
        if (file.tokens.client_admin) file.tokens.client_admin.scopes = ['whatsapp_business_management']
      })
      const { body } = await kit.graph('POST', '/{client}/onboard_partners_to_mm_lite')
      return answer(kit, body.request_id, 'DECLINE')
    },
    parameter_invalid: async () => {
      await refusedByFullSolution()
      const { kit, id } = await asked()
      expect((await answer(kit, id, 'APPROVE', 'client_admin', { asset_id: '1234' })).status).toBe(400)
      await answer(kit, id, 'DECLINE')
      return answer(kit, id, 'APPROVE')
    },
    permission_missing: async () => {
      const { kit, id } = await asked()
      return answer(kit, id, 'APPROVE', 'partner_system_user')
    },
  },
)
