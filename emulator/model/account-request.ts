import type { Effects } from '../effects.ts'
import type { BusinessAgreement, WhatsAppBusinessAccount } from '../world/entities.ts'
import type { World } from '../world/world.ts'
import { linkIfSigned } from './link-accounts.ts'
import { namespaceOf } from './namespace.ts'
import { tellOfApp, tellOfSharing } from './partner-news.ts'
import { zoneOf } from './zone.ts'

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
  const { country, verification_status } = world.need('Business', toId)
  const id = world.ids.next()
  const account = world.put({
    nodeType: 'WhatsAppBusinessAccount',
    id,
    name: wish.name,
    currency: 'USD',
    timezone_id: '1',
    zone: zoneOf('1'),
    message_template_namespace: namespaceOf(world, id),
    account_review_status: 'APPROVED',
    business_verification_status: verification_status,
    country,
    creation_time: Math.floor(world.now / 1000),
    status: 'ACTIVE',
    isActive: false,
    primary_funding_id: world.ids.next(),
    ownerId: toId,
    sharedWith: [fromId],
    partnerInitiated: true,
    subscribedApps: [],
    disable_marketing_messages_on_cloud_api: false,
    is_enabled_for_insights: false,
    template_auto_archival_enabled: true,
  } satisfies WhatsAppBusinessAccount)
  if (wish.appOnly) tellOfApp(world, notify, 'PARTNER_APP_INSTALLED', account, world.need('Application', appId))
  else tellOfSharing(world, notify, 'PARTNER_ADDED', account, [fromId])
  return linkIfSigned(world, account, notify)
}
