import type { Effects } from '../effects.ts'
import type { WhatsAppBusinessAccount } from '../world/entities.ts'
import type { World } from '../world/world.ts'

type Notify = Effects['notify']

/** Tells partners that an account is shared with them now, or no longer. @see sources account-update */
export function tellOfSharing(
  world: World,
  notify: Notify,
  event: 'PARTNER_ADDED' | 'PARTNER_REMOVED',
  account: WhatsAppBusinessAccount,
  partners: readonly string[],
): void {
  const solution = event === 'PARTNER_ADDED' ? solutionOf(world, account) : {}
  tell(notify, event, account, partners, solution)
}

/** Tells the business of an app that it may use an account now, or no longer. @see sources account-update; ruling app-uninstalled-shape */
export function tellOfApp(
  world: World,
  notify: Notify,
  event: 'PARTNER_APP_INSTALLED' | 'PARTNER_APP_UNINSTALLED',
  account: WhatsAppBusinessAccount,
  app: { readonly id: string; readonly businessId: string },
): void {
  if (event === 'PARTNER_APP_UNINSTALLED' && world.rulings['app-uninstalled-shape'] === 'bare') {
    notify({ waba: account.id, field: 'account_update', value: { event }, entry: 'business', to: [app.businessId] })
    return
  }
  const solution = event === 'PARTNER_APP_INSTALLED' ? solutionOf(world, account) : {}
  tell(notify, event, account, [app.businessId], { partner_app_id: app.id, ...solution })
}

function tell(
  notify: Notify,
  event: string,
  { id, ownerId }: WhatsAppBusinessAccount,
  to: readonly string[],
  extra: object,
): void {
  const waba_info = { waba_id: id, owner_business_id: ownerId, ...extra }
  notify({ waba: id, field: 'account_update', value: { event, waba_info }, entry: 'business', to })
}

/** The solution that an account came through, and both businesses of it, the owner first. */
function solutionOf(world: World, { solutionId }: WhatsAppBusinessAccount): object {
  const solution = world.get('WhatsAppBusinessSolution', solutionId)
  if (!solution) return {}
  const apps = [solution.ownerAppId, solution.partnerAppId]
  const partners = apps.map((id) => world.need('Application', id).businessId)
  return { solution_id: solution.id, solution_partner_business_ids: partners }
}
