import { getAllSubscriptionsForAWaba as contract } from '../../contracts/operations/get-all-subscriptions-for-a-waba.ts'
import { implement } from '../implement.ts'

export const getAllSubscriptionsForAWaba = implement(contract, ({ node, world }) => ({
  data: node.subscribedApps.map(({ appId, overrideCallbackUri }) => {
    const { id, link, name } = world.need('Application', appId)
    return {
      whatsapp_business_api_data: { id, link, name },
      ...(overrideCallbackUri && { override_callback_uri: overrideCallbackUri }),
    }
  }),
}))
