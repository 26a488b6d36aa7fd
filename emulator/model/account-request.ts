import type { Effects } from '../effects.ts'
import type { BusinessAgreement, WhatsAppBusinessAccount } from '../world/entities.ts'
import type { World } from '../world/world.ts'
import { linkIfSigned } from './link-accounts.ts'
import { newAccount } from './new-account.ts'
import { tellOfApp, tellOfSharing } from './partner-news.ts'

/**
 * The account that a partner asked a client to make. It pays by the partner's credit line, which is assumed to be there:
 * the client cannot add a payment method.
 * @see sources partner-initiated-accounts
 */
export function acceptAccountRequest(
  world: World,
  request: BusinessAgreement,
  notify: Effects['notify'],
): WhatsAppBusinessAccount {
  const { account: wish, fromId, toId, appId } = request
  if (!wish) throw new Error(`the request ${request.id} is about no account`)
  world.put({ ...request, request_status: 'APPROVE' })
  const account = world.put({
    ...newAccount(world, world.need('Business', toId), { name: wish.name }),
    primary_funding_id: world.ids.next(),
    sharedWith: [fromId],
    partnerInitiated: true,
  } satisfies WhatsAppBusinessAccount)
  if (wish.appOnly) tellOfApp(world, notify, 'PARTNER_APP_INSTALLED', account, world.need('Application', appId))
  else tellOfSharing(world, notify, 'PARTNER_ADDED', account, [fromId])
  return linkIfSigned(world, account, notify)
}
