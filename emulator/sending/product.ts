import {
  LATER_UNOPTIMISED_SINCE,
  laterUnoptimisedCountries,
  unoptimisedBusinessCountries,
  unoptimisedCountries,
} from '../../contracts/geography.ts'
import { isIn, MM_ERROR_CODES, type Version } from '../../contracts/versions.ts'
import { type SyncState, syncStateOf } from '../model/ad-sync.ts'
import { pendingRequestTo, statusOfAccount } from '../model/onboarding-status.ts'
import type { WhatsAppBusinessAccount } from '../world/entities.ts'
import type { MessageTemplate } from '../world/template.ts'
import type { World } from '../world/world.ts'
import type { RefuseMarketing } from './refusals.ts'

/** What carries a marketing message. */
export interface Product {
  readonly category: 'marketing_lite' | 'marketing'
  /** Sent through the Marketing Messages API, without delivery optimisation. */
  readonly unoptimised?: true
  /** The send woke a template that slept. */
  readonly wakes?: true
}

interface Asked {
  readonly account: WhatsAppBusinessAccount
  readonly template: MessageTemplate
  readonly strict: boolean
  readonly version: Version
  readonly world: World
  readonly fail: RefuseMarketing
}

/**
 * Which product carries a send to /marketing_messages: itself where the account is onboarded and the template synced, else
 * the Cloud API, where the policy and the account let it.
 * @throws Failure marketing_templates_only, marketing_method_not_allowed, template_syncing, template_sync_incomplete,
 * template_unavailable, access_denied, marketing_disabled_on_cloud_api
 * @see sources send-marketing-messages: product_policy; rulings mm-wrong-category, mm-template-syncing, mm-strict-not-onboarded
 */
export function productFor(asked: Asked): Product {
  const { account, template, world } = asked
  checkCategory(asked)
  if (statusOfAccount(world, account) !== 'ONBOARDED') return fallBack(asked, 'the account is not onboarded')
  const state = syncStateOf(template, world.now)
  if (state === 'synced') return { category: 'marketing_lite' }
  if (state === 'dormant') return { category: 'marketing_lite', unoptimised: true, wakes: true }
  return unsynced(asked, state)
}

function checkCategory({ template, version, world, fail }: Asked): void {
  if (template.category === 'MARKETING') return
  const why = `the template ${template.name} is of category ${template.category}: send it on /messages`
  const isNew = isIn(MM_ERROR_CODES, version) && world.rulings['mm-wrong-category'] === 'by-version'
  fail(isNew ? 'marketing_templates_only' : 'marketing_method_not_allowed', why)
}

function fallBack({ account, strict, world, fail }: Asked, reason: string): Product {
  if (strict) {
    const why = `${reason}, and product_policy STRICT lets nothing fall back to the Cloud API`
    const side = world.rulings['mm-strict-not-onboarded']
    fail(side === 'template-unavailable' ? 'template_unavailable' : 'access_denied', why)
  }
  if (account.disable_marketing_messages_on_cloud_api && hasBegunOnboarding(world, account)) {
    const why = `${reason}, and disable_marketing_messages_on_cloud_api lets nothing fall back to the Cloud API`
    fail('marketing_disabled_on_cloud_api', why)
  }
  return { category: 'marketing' }
}

/** The switch has no effect for a business that never began. @see sources send-marketing-messages */
function hasBegunOnboarding(world: World, { ownerId }: WhatsAppBusinessAccount): boolean {
  return world.need('Business', ownerId).termsSignedAt !== undefined || pendingRequestTo(world, ownerId) !== undefined
}

function unsynced(asked: Asked, state: SyncState): Product {
  const { template, version, world, fail } = asked
  const side = world.rulings['mm-template-syncing']
  if (state === 'failed') fail('template_unavailable', `the ad sync of the template ${template.id} failed for good`)
  if (side === 'unoptimised') return { category: 'marketing_lite', unoptimised: true }
  if (side === 'fallback') return fallBack(asked, 'the template is syncing')
  const until =
    template.syncedAt === undefined
      ? 'and nobody syncs it: was it approved when the account was onboarded?'
      : `until ${new Date(template.syncedAt).toISOString()}`
  const isNew = side === 'by-version' && isIn(MM_ERROR_CODES, version)
  return fail(isNew ? 'template_syncing' : 'template_sync_incomplete', `the template is syncing, ${until}`)
}

/** Whether a message through the Marketing Messages API goes without optimisation, for where people are. */
export function isUnoptimisedBetween(
  world: World,
  account: WhatsAppBusinessAccount,
  recipientCountry: string,
): boolean {
  const business = world.need('Business', account.ownerId).country
  return (
    unoptimisedBusinessCountries.has(business) ||
    [business, recipientCountry].some((country) => isOutside(world, country))
  )
}

/** Where neither optimisation nor limits per recipient hold. */
export function isOutside(world: World, country: string): boolean {
  if (unoptimisedCountries.has(country)) return true
  return laterUnoptimisedCountries.includes(country) && world.now >= Date.parse(LATER_UNOPTIMISED_SINCE)
}
