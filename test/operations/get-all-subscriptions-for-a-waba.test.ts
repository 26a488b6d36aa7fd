import { expect } from 'vitest'
import { getAllSubscriptionsForAWaba } from '../../contracts/operations/get-all-subscriptions-for-a-waba.ts'
import { emulate } from '../kit.ts'
import { expectError, proves } from '../operation.ts'

proves(
  getAllSubscriptionsForAWaba,
  {
    'is empty before anybody subscribed': async () => {
      expect((await emulate().graph('GET', '/{shared_account}/subscribed_apps')).body).toEqual({ data: [] })
    },
    'is not for a token without whatsapp_business_management': async () => {
      const kit = emulate(undefined, (file) => {
        if (file.tokens.partner_system_user) file.tokens.partner_system_user.scopes = []
      })
      expectError(await kit.graph('GET', '/{shared_account}/subscribed_apps'), 'permission_missing')
    },
  },
  {},
)
