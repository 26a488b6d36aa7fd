import type { Effects } from '../effects.ts'
import type { MigrationIntent, WhatsAppBusinessAccount } from '../world/entities.ts'
import type { MessageTemplate } from '../world/template.ts'
import type { World } from '../world/world.ts'
import { linkIfSigned } from './link-accounts.ts'
import { newAccount } from './new-account.ts'
import { tellOfSharing } from './partner-news.ts'
import { businessesOf } from './solution.ts'
import { templateLimitOf, templatesOf } from './template.ts'
import { graphTime } from './time.ts'

/**
 * The owner of an account agrees: a new account is made, shared with whoever it goes to, and the good templates are
 * copied. The numbers stay until somebody moves them. It has no payment method: the partner shares a credit line with
 * it, or its owner adds one.
 * @see sources migrating-among-solutions, migrating-off-solutions, adding-waba-to-mps
 */
export function migrateAccount(
  world: World,
  intent: MigrationIntent,
  notify: Effects['notify'],
): WhatsAppBusinessAccount {
  const source = world.need('WhatsAppBusinessAccount', intent.wabaId)
  const account = world.put(destinationOf(world, source, intent))
  copyTemplates(world, source, account)
  world.put({ ...intent, status: 'ACCEPTED', destinationId: account.id })
  tellOfSharing(world, notify, 'PARTNER_ADDED', account, account.sharedWith)
  return linkIfSigned(world, account, notify)
}

/** It is as the account that it replaces, and in no other's hands than those that it goes to. */
function destinationOf(
  world: World,
  { name, currency, timezone_id, zone, country, business_verification_status, ownerId }: WhatsAppBusinessAccount,
  { solutionId, appId }: MigrationIntent,
): WhatsAppBusinessAccount {
  const solution = world.get('WhatsAppBusinessSolution', solutionId)
  return {
    ...newAccount(world, world.need('Business', ownerId), { name, currency, timezone_id }),
    zone,
    country,
    business_verification_status,
    sharedWith: solution ? businessesOf(world, solution) : [world.need('Application', appId).businessId],
    ...(solution && { solutionId: solution.id, solutionSince: world.now }),
  }
}

/** As many of the approved and GREEN as there is room for. Their quality begins anew. */
function copyTemplates(world: World, source: WhatsAppBusinessAccount, target: WhatsAppBusinessAccount): void {
  const good = templatesOf(world, source.id).filter(
    ({ status, quality_score }) => status === 'APPROVED' && quality_score.score === 'GREEN',
  )
  for (const template of good.slice(0, templateLimitOf(world, target))) world.put(copyOf(world, template, target.id))
}

function copyOf(world: World, template: MessageTemplate, accountId: string): MessageTemplate {
  const { name, language, category, sub_category, parameter_format, components, message_send_ttl_seconds } = template
  return {
    nodeType: 'WhatsAppBusinessHSM',
    id: world.ids.next(),
    accountId,
    name,
    language,
    category,
    ...(sub_category !== undefined && { sub_category }),
    status: 'APPROVED',
    parameter_format,
    components,
    quality_score: { score: 'UNKNOWN', date: Math.floor(world.now / 1000) },
    rejected_reason: 'NONE',
    ...(message_send_ttl_seconds !== undefined && { message_send_ttl_seconds }),
    last_updated_time: graphTime(world.now),
    createdAt: world.now,
    editedAt: [],
    wasApproved: true,
    pauses: 0,
  }
}
