import { makeAdAccount } from '../model/ad-account.ts'
import { isZone } from '../model/calendar.ts'
import { namespaceOf } from '../model/new-account.ts'
import { graphTime } from '../model/time.ts'
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
function intentOf({ mobilityIntent }: Row<'accounts'>, wabaId: string, world: World): string | undefined {
  if (!mobilityIntent) return undefined
  return named(world, mobilityIntent === true ? undefined : mobilityIntent, buildIntent(world, wabaId))
}

function buildIntent(world: World, wabaId: string): string {
  const id = world.ids.next()
  const created_time = graphTime(world.now)
  const nodeType = 'WhatsAppBusinessAccountOBOMobilityIntent'
  return world.put({ nodeType, id, status: 'PENDING', created_time, wabaId }).id
}

/** A WhatsApp Business Account of a row, with its OBO intent and its ad account where it has them. */
export function buildAccount(given: Row<'accounts'>, { id, world, ref, refs, refuse }: Building): AnyEntity {
  const intent = intentOf(given, id, world)
  const owner = world.need('Business', ref('businesses', given.owner, 'owner'))
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
    ...(row.onBehalfOf && { onBehalfOfId: ref('businesses', row.onBehalfOf, 'onBehalfOf') }),
    sharedWith: refs('businesses', row.sharedWith, 'sharedWith'),
    ...(intent && { mobilityIntentId: intent }),
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
