import type { FinishEvent } from '../../contracts/signup/message.ts'
import type { Effects } from '../effects.ts'
import type { Application, Business, WhatsAppBusinessAccount } from '../world/entities.ts'
import type { LoginConfiguration } from '../world/login-configuration.ts'
import type { PhoneNumber } from '../world/number.ts'
import type { World } from '../world/world.ts'
import { clearReconnection } from './coexistence.ts'
import { delegate } from './integration.ts'
import { linkIfSigned } from './link-accounts.ts'
import { signUninvited } from './onboarding.ts'
import { tellOfApp, tellOfSharing } from './partner-news.ts'
import { accountChosen, businessChosen, numberChosen, type SignupChoices } from './signup-assets.ts'
import { finishMessage } from './signup-message.ts'
import type { Refuse, SignupPlan } from './signup-plan.ts'
import { whyNoCustomer } from './solution-customers.ts'
import { days } from './time.ts'

export interface SignupWork {
  readonly world: World
  readonly notify: Effects['notify']
  readonly refuse: Refuse
}

/** What came of a signup. */
export interface SignedUp {
  readonly message: object
  readonly business: string
  readonly account: string
  readonly phone?: string
}

/** A legacy guide says so; see `client_shares_account`. */
const MOST_PARTNERS = 2

/**
 * A client is done: the account is theirs, and the partner may use it. Webhooks come in the order PARTNER_ADDED (or
 * PARTNER_APP_INSTALLED), MM_LITE_TERMS_SIGNED; Meta documents none.
 * @see sources embedded-signup, app-only-install, account-update, mm-onboarding
 */
export function finishSignup(
  work: SignupWork,
  config: LoginConfiguration,
  plan: SignupPlan,
  given: SignupChoices,
): SignedUp {
  const { world } = work
  const app = world.need('Application', config.appId)
  const choosing = { ...work, app, plan }
  const business = businessChosen(choosing, given.business)
  const isClaim = isHeld(world, given.account)
  const chosen = accountChosen(choosing, business, given.account)
  const phone = numberChosen(choosing, business, chosen, given.phone)
  if (!chosen.sharedWith.includes(app.businessId)) clearReconnection(world, chosen.id)
  const account = plan.appOnly ? install(work, app, plan, chosen.id) : share(work, app, plan, chosen.id)
  integrate(world, app, config, business, account.id)
  onboard(work, plan, business, account.id, given.mm_terms)
  // Signing tells the tokens of all accounts: the one that was chosen is to stay the newest.
  integrate(world, app, config, business, account.id)
  const event = eventOf(plan, isClaim, phone)
  const message = finishMessage(event, { accountId: account.id, businessId: business.id, phoneId: phone?.id })
  return { message, business: business.id, account: account.id, ...(phone && { phone: phone.id }) }
}

function isHeld(world: World, wanted: SignupChoices['account']): boolean {
  const id = typeof wanted === 'string' ? world.idOf(wanted) : undefined
  return world.get('WhatsAppBusinessAccount', id)?.onBehalfOfId !== undefined
}

/** @see sources embedded-signup: FLOW_FINISH_TYPE; app-only-install, obo-transfer */
function eventOf(plan: SignupPlan, isClaim: boolean, phone: PhoneNumber | undefined): FinishEvent {
  if (plan.appOnly) return 'FINISH_GRANT_ONLY_API_ACCESS'
  if (plan.coexistence && phone?.is_on_biz_app) return 'FINISH_WHATSAPP_BUSINESS_APP_ONBOARDING'
  if (isClaim) return 'FINISH_OBO_MIGRATION'
  return phone ? 'FINISH' : 'FINISH_ONLY_WABA'
}

/** The account is shared with the partner, or with both of a solution; each is told, also one that had it before. */
function share(work: SignupWork, app: Application, plan: SignupPlan, id: string) {
  const { world, notify, refuse } = work
  const account = withSolution(work, plan, id)
  const partners = appsOf(world, app, plan).map(({ businessId }) => businessId)
  const sharedWith = [...new Set([...account.sharedWith, ...partners])]
  if (sharedWith.length > MOST_PARTNERS) {
    return refuse(
      `${account.name} is shared with ${account.sharedWith.length} partners, and ${MOST_PARTNERS} are allowed`,
    )
  }
  const shared = world.put({ ...account, sharedWith })
  tellOfSharing(world, notify, 'PARTNER_ADDED', shared, partners)
  return shared
}

/** The account is not shared: the app reaches it by the token of the business alone. */
function install(work: SignupWork, app: Application, plan: SignupPlan, id: string) {
  const { world, notify } = work
  const account = withSolution(work, plan, id)
  const apps = appsOf(world, app, plan)
  const installedApps = [...new Set([...(account.installedApps ?? []), ...apps.map((one) => one.id)])]
  const installed = world.put({ ...account, installedApps })
  for (const one of apps) tellOfApp(world, notify, 'PARTNER_APP_INSTALLED', installed, one)
  return installed
}

function withSolution({ world, refuse }: SignupWork, { solution }: SignupPlan, id: string): WhatsAppBusinessAccount {
  const account = world.need('WhatsAppBusinessAccount', id)
  if (!solution) return account
  const full = whyNoCustomer(world, solution.id, account.ownerId)
  if (full) refuse(full)
  return world.put({ ...account, solutionId: solution.id, solutionSince: world.now })
}

function appsOf(world: World, app: Application, { solution }: SignupPlan): Application[] {
  if (!solution) return [app]
  return [solution.ownerAppId, solution.partnerAppId].map((id) => world.need('Application', id))
}

function integrate(world: World, app: Application, config: LoginConfiguration, client: Business, id: string): void {
  const expiresAt = config.tokenExpires === 'never' ? 0 : world.now + days(60)
  delegate(world, app, client, { scopes: config.permissions, targets: [id], expiresAt })
}

/** Signed terms hold for all accounts of a business, also for one that it makes later. One that left stays out until somebody signs again. */
function onboard(
  { world, notify }: SignupWork,
  { marketingMessages }: SignupPlan,
  { id }: Business,
  accountId: string,
  accepts = true,
): void {
  const business = world.need('Business', id)
  if (marketingMessages && accepts) {
    signUninvited(world, business, notify)
    return
  }
  const account = world.need('WhatsAppBusinessAccount', accountId)
  if (account.adAccountId === undefined && account.offboardedAt === undefined) linkIfSigned(world, account, notify)
}
