import { expect } from 'vitest'
import { unsubscribeFromWabaWebhooks } from '../../contracts/operations/unsubscribe-from-waba-webhooks.ts'
import { emulate } from '../kit.ts'
import { proves } from '../operation.ts'

const EDGE = '/{shared_account}/subscribed_apps'

proves(
  unsubscribeFromWabaWebhooks,
  {
    'ends the subscription of the app, and does no harm where there is none': async () => {
      const kit = emulate()
      await kit.graph('POST', EDGE)
      for (const _ of [1, 2]) expect((await kit.graph('DELETE', EDGE)).body).toEqual({ success: true })
      expect((await kit.graph('GET', EDGE)).body).toEqual({ data: [] })
    },
    'leaves the subscription of another app': async () => {
      const kit = emulate('second-partner-was-first')
      for (const as of ['partner_system_user', 'other_system_user']) await kit.graph('POST', EDGE, { as })
      await kit.graph('DELETE', EDGE)
      const { data } = (await kit.graph('GET', EDGE, { as: 'other_system_user' })).body
      expect(data).toMatchObject([{ whatsapp_business_api_data: { id: kit.names.other_app } }])
    },
  },
  {},
)
