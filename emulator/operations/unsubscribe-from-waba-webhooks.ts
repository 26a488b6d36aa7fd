import { unsubscribeFromWabaWebhooks as contract } from '../../contracts/operations/unsubscribe-from-waba-webhooks.ts'
import { done, implement } from '../implement.ts'

export const unsubscribeFromWabaWebhooks = implement(contract, ({ node, session, world }) => {
  world.put({ ...node, subscribedApps: node.subscribedApps.filter(({ appId }) => appId !== session.app.id) })
  return done
})
