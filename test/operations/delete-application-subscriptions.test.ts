import { expect } from 'vitest'
import { deleteApplicationSubscriptions } from '../../contracts/operations/delete-application-subscriptions.ts'
import { emulate, type Kit, receive } from '../kit.ts'
import { proves } from '../operation.ts'

const EDGE = '/{app}/subscriptions'

async function subscribed(): Promise<Kit> {
  const kit = emulate()
  const { url: callback_url } = await receive()
  const fields = ['account_update', 'messages']
  const body = { object: 'whatsapp_business_account', callback_url, verify_token: 'let-me-in', fields }
  await kit.graph('POST', EDGE, { as: 'app', body })
  return kit
}

async function fieldsAfter(query: Record<string, string>): Promise<unknown> {
  const kit = await subscribed()
  expect((await kit.graph('DELETE', EDGE, { as: 'app', query })).body).toEqual({ success: true })
  const { data } = (await kit.graph('GET', EDGE, { as: 'app' })).body
  return data.flatMap(({ fields }: { fields: { name: string }[] }) => fields.map(({ name }) => name))
}

proves(
  deleteApplicationSubscriptions,
  {
    'without parameters ends all': async () => expect(await fieldsAfter({})).toEqual([]),
    'with fields ends only those': async () =>
      expect(await fieldsAfter({ object: 'whatsapp_business_account', fields: 'messages' })).toEqual([
        'account_update',
      ]),
    'of another object changes nothing': async () =>
      expect(await fieldsAfter({ object: 'page' })).toEqual(['account_update', 'messages']),
  },
  { app_token_required: async () => (await subscribed()).graph('DELETE', EDGE) },
)
