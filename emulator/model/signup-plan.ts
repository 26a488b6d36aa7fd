import { instead, listed } from '../../contracts/nearest.ts'
import type { Static } from '../../contracts/schema.ts'
import type { signupExtras } from '../../contracts/signup/extras.ts'
import { type SignupVersion, type SignupVersionName, signupVersions } from '../../contracts/signup/versions.ts'
import { today } from '../../contracts/versions.ts'
import type { WhatsAppBusinessSolution } from '../world/entities.ts'
import type { LoginConfiguration } from '../world/login-configuration.ts'
import type { World } from '../world/world.ts'

export type SignupExtras = Static<typeof signupExtras>
export type Refuse = (why: string) => never

/** What a signup will be, by what the page and the configuration ask for. */
export interface SignupPlan {
  readonly version: SignupVersionName
  /** The number may be one of the WhatsApp Business app. */
  readonly coexistence: boolean
  /** The flow asks for no number. */
  readonly accountOnly: boolean
  /** The account is not shared: the business token alone reaches it. */
  readonly appOnly: boolean
  /** The Marketing Messages terms are part of the flow. */
  readonly marketingMessages: boolean
  /** A number need not be there, or be verified. */
  readonly numberOptional: boolean
  readonly solution?: WhatsAppBusinessSolution
  /** Whether the page is told what came of it. */
  readonly tells: boolean
}

/** The configuration of an id or a name. */
export function configurationOf(world: World, wanted: string, refuse: Refuse): LoginConfiguration {
  const found = world.loginConfigurations.get(world.idOf(wanted))
  if (found) return found
  const names = Object.entries(world.names).filter(([, id]) => world.loginConfigurations.has(id))
  return refuse(
    `config: '${wanted}' is no login configuration of the world ${world.id}; ${instead(
      wanted,
      names.map(([name]) => name),
    )}`,
  )
}

/**
 * What a page asks for. Meta does not document what a page sees that asks for what its version does not have: that the flow
 * does not open is assumed.
 * @see sources signup-versions, signup-version-4, embedded-signup, app-only-install; ruling signup-version-end
 */
export function planOf(world: World, config: LoginConfiguration, extras: SignupExtras, refuse: Refuse): SignupPlan {
  checkApp(world, config, refuse)
  const version = versionOf(world, config, extras, refuse)
  const found: SignupVersion = signupVersions[version]
  const { features: known, featureTypes } = found
  const featureType = extras.featureType && oneOf('featureType', extras.featureType, featureTypes, version, refuse)
  const features = (extras.features ?? []).map(({ name }) => oneOf('features', name, known, version, refuse))
  const coexistence = featureType === 'whatsapp_business_app_onboarding'
  const appOnly = features.includes('app_only_install')
  if (coexistence && appOnly) refuse('extras.features: app_only_install is not for users of the WhatsApp Business app')
  const solution = solutionOf(world, config, extras, refuse)
  return {
    version,
    coexistence,
    appOnly,
    accountOnly: featureType === 'only_waba_sharing',
    marketingMessages:
      features.includes('marketing_messages_lite') ||
      featureType === 'marketing_messages_lite' ||
      config.products.includes('marketing_messages'),
    numberOptional: found.numberOptional ?? false,
    ...(solution && { solution }),
    tells: !found.tellsOnlyIfAsked || extras.sessionInfoVersion !== undefined,
  }
}

/** Only partners have the flow, and all permissions are granted or none. @see sources embedded-signup, signup-version-4 */
function checkApp(world: World, { appId, permissions }: LoginConfiguration, refuse: Refuse): void {
  const app = world.need('Application', appId)
  const { partner, name } = world.need('Business', app.businessId)
  if (!partner) refuse(`${name} is neither a Solution Partner nor a Tech Provider: only those have Embedded Signup`)
  const lacking = permissions.filter((permission) => app.access[permission] !== 'advanced')
  if (lacking.length > 0) refuse(`the app ${app.name} has no Advanced access to ${lacking.join(', ')}`)
}

function versionOf(
  world: World,
  { name, products }: LoginConfiguration,
  extras: SignupExtras,
  refuse: Refuse,
): SignupVersionName {
  const asked = extras.version === undefined ? undefined : String(extras.version).replace(/^(?=\d$)/, 'v')
  const version = asked ?? (products.length > 0 ? 'v4' : 'v2')
  if (!Object.hasOwn(signupVersions, version)) {
    return refuse(`extras.version: '${version}' is no version; ${instead(version, Object.keys(signupVersions))}`)
  }
  const found: SignupVersion = signupVersions[version as SignupVersionName]
  if (found.byConfiguration && products.length === 0) {
    refuse(`extras.version: ${version} is chosen by the products of the configuration, and ${name} has none`)
  }
  if (!found.byConfiguration && products.length > 0) {
    refuse(`extras.version: the configuration ${name} has products, which makes it one of v4, not of ${version}`)
  }
  checkDay(world, version, found, refuse)
  return version as SignupVersionName
}

function checkDay(world: World, version: string, { since, until }: SignupVersion, refuse: Refuse): void {
  const day = today(world.now)
  if (day < since) refuse(`extras.version: ${version} is there from ${since} on; it is ${day} in this world`)
  if (until !== undefined && day >= until && world.rulings['signup-version-end'] === 'refused') {
    refuse(`extras.version: ${version} was there until ${until}; it is ${day} in this world`)
  }
}

function oneOf<T extends string>(key: string, wanted: string, known: readonly T[], version: string, refuse: Refuse): T {
  const found = known.find((one) => one === wanted)
  return found ?? refuse(`extras.${key}: ${version} has no '${wanted}'; it has ${listed(known)}`)
}

function solutionOf(
  world: World,
  { appId }: LoginConfiguration,
  { setup }: SignupExtras,
  refuse: Refuse,
): WhatsAppBusinessSolution | undefined {
  if (setup?.solutionID === undefined) return undefined
  const id = world.idOf(String(setup.solutionID))
  const found = world.get('WhatsAppBusinessSolution', id)
  const isOwn = found && [found.ownerAppId, found.partnerAppId].includes(appId)
  if (!found || !isOwn) return refuse(`extras.setup.solutionID: the app has no Multi-Partner Solution ${id}`)
  if (found.status !== 'ACTIVE') refuse(`extras.setup.solutionID: ${found.name} is ${found.status}, not ACTIVE`)
  return found
}
