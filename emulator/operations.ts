import type { Operation } from './implement.ts'
import { createApplicationSubscription } from './operations/create-application-subscription.ts'
import { createSystemUserAccessToken } from './operations/create-system-user-access-token.ts'
import { deleteApplicationSubscriptions } from './operations/delete-application-subscriptions.ts'
import { getAllSubscriptionsForAWaba } from './operations/get-all-subscriptions-for-a-waba.ts'
import { getApplicationSubscriptions } from './operations/get-application-subscriptions.ts'
import { getClientWhatsAppBusinessAccounts } from './operations/get-client-whats-app-business-accounts.ts'
import { getOwnedWhatsAppBusinessAccounts } from './operations/get-owned-whats-app-business-accounts.ts'
import { onboardPartnersToMMLite } from './operations/onboard-partners-to-mm-lite.ts'
import { readNodes } from './operations/read-node.ts'
import { subscribeToWabaWebhooks } from './operations/subscribe-to-waba-webhooks.ts'
import { unsubscribeFromWabaWebhooks } from './operations/unsubscribe-from-waba-webhooks.ts'

/** Every operation that this emulator answers, in the order of the contracts. */
export const behaviours: readonly Operation[] = [
  ...readNodes,
  onboardPartnersToMMLite,
  createSystemUserAccessToken,
  getClientWhatsAppBusinessAccounts,
  getOwnedWhatsAppBusinessAccounts,
  subscribeToWabaWebhooks,
  getAllSubscriptionsForAWaba,
  unsubscribeFromWabaWebhooks,
  createApplicationSubscription,
  getApplicationSubscriptions,
  deleteApplicationSubscriptions,
]
