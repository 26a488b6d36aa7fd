import type { WhatsAppBusinessAccount } from '../world/entities.ts'
import type { World } from '../world/world.ts'

// Three fields of a WABA whose values the OpenAPI description has otherwise. @see ruling waba-field-values

const isOpenApi = (world: World): boolean => world.rulings['waba-field-values'] === 'openapi'

/** What the owner of an account is to the business that asks. @see sources capture-waba-info, adding-waba-to-mps */
export function ownershipType(account: WhatsAppBusinessAccount, world: World, businessId: string): string {
  if (account.onBehalfOfId) return isOpenApi(world) ? 'AGENCY_OWNED' : 'ON_BEHALF_OF'
  if (account.ownerId !== businessId) return 'CLIENT_OWNED'
  return isOpenApi(world) ? 'SELF_OWNED' : 'SELF'
}

/** What the description has for the statuses of the SDK specs; that these belong together is assumed. */
const UPPER: Readonly<Record<string, string>> = {
  verified: 'VERIFIED',
  not_verified: 'UNVERIFIED',
  pending: 'PENDING',
  pending_need_more_info: 'PENDING',
  pending_submission: 'PENDING',
}

export function verificationStatus(
  { business_verification_status: status }: WhatsAppBusinessAccount,
  world: World,
): string {
  return isOpenApi(world) ? (UPPER[status] ?? 'REJECTED') : status
}

/** `type` is SELF for an account that its owner holds for itself. @see sources capture-waba-info */
export function onBehalfOf(account: WhatsAppBusinessAccount, world: World): object {
  const { id, name } = world.need('Business', account.onBehalfOfId ?? account.ownerId)
  if (isOpenApi(world)) return { id, name }
  return { name, id, status: 'APPROVED', type: account.onBehalfOfId ? 'ON_BEHALF_OF' : 'SELF' }
}
