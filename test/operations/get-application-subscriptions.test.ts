import { expect } from 'vitest'
import { getApplicationSubscriptions } from '../../contracts/operations/get-application-subscriptions.ts'
import { emulate } from '../kit.ts'
import { proves } from '../operation.ts'

proves(
  getApplicationSubscriptions,
  {
    'is empty before anything was subscribed': async () => {
      const { body } = await emulate().graph('GET', '/{app}/subscriptions', { as: 'app' })
      expect(body).toEqual({ data: [] })
    },
  },
  { app_token_required: () => emulate().graph('GET', '/{app}/subscriptions') },
)
