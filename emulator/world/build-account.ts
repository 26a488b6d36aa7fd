import { makeAdAccount } from '../model/ad-account.ts'
import { isZone } from '../model/calendar.ts'
import { namespaceOf } from '../model/namespace.ts'
import { makeIntent } from '../model/obo-intent.ts'
import { zoneOf } from '../model/zone.ts'
import type { AnyEntity } from './entities.ts'
import type { Row } from './file.ts'
import type { Building } from './row.ts'
import type { World } from './world.ts'

/** What an account is where its row says nothing. */
const DEFAULTS = {
  currency: 'USD',
  timezone_id: '1',
  account_review_status: 'APPROVED',
  status: 'ACTIVE',
  active: true,
  paymentMethod: true,
} as const

/** The intent to take an OBO account over, where it was asked for. */
function intentOf({ mobilityIntent }: Row<'accounts'>, account: Held, world: World): string | undefined {
  if (!mobilityIntent) return undefined
  return named(world, mobilityIntent === true ? undefined : mobilityIntent, makeIntent(world, account, undefined).id)
}

/** What an intent says of its account. */
type Held = Parameters<typeof makeIntent>[1]

/** A WhatsApp Business Account of a row, with its OBO intent and its ad account where it has them. */
export function buildAccount(given: Row<'accounts'>, { id, world, ref, refs, refuse }: Building): AnyEntity {
  const owner = world.need('Business', ref('businesses', given.owner, 'owner'))
  const held = given.onBehalfOf ? { onBehalfOfId: ref('businesses', given.onBehalfOf, 'onBehalfOf') } : {}
  const intent = intentOf(given, { id, ownerId: owner.id, ...held }, world)
  const row = { ...DEFAULTS, country: owner.country, ...given }
  const { name, currency, timezone: zone = zoneOf(row.timezone_id) } = row
  if (!isZone(zone)) refuse('timezone', `'${zone}' is no time zone; one is America/Sao_Paulo`)
  return {
    nodeType: 'WhatsAppBusinessAccount',
    id,
    name,
    currency,
    timezone_id: row.timezone_id,
    zone,
    message_template_namespace: namespaceOf(world, id),
    account_review_status: row.account_review_status,
    business_verification_status: owner.verification_status,
    country: row.country,
    creation_time: Math.floor(world.now / 1000),
    status: row.status,
    isActive: row.active,
    ...(row.paymentMethod && { primary_funding_id: world.ids.next() }),
    ownerId: owner.id,
    ...held,
    sharedWith: refs('businesses', row.sharedWith, 'sharedWith'),
    ...(intent && { mobilityIntentId: intent }),
    ...(row.solution && { solutionId: ref('solutions', row.solution, 'solution'), solutionSince: 0 }),
    ...(owner.termsSignedAt && {
      adAccountId: named(
        world,
        row.adAccount,
        makeAdAccount(world, { name, currency, zone, ownerId: owner.id }, owner.termsSignedAt),
      ),
    }),
    subscribedApps: [],
    disable_marketing_messages_on_cloud_api: row.disable_marketing_messages_on_cloud_api ?? false,
    is_enabled_for_insights: row.is_enabled_for_insights ?? false,
    template_auto_archival_enabled: true,
    ...(row.maxPriceAgreement === false && { maxPriceAgreementSigned: false }),
    ...(row.restrictedCountries && { restrictedCountries: row.restrictedCountries }),
  }
}

/** Gives an id a name that the row chose. */
function named(world: World, name: string | undefined, id: string): string {
  if (name) world.names[name] = id
  return id
}
