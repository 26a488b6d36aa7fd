import { businessAppOf } from '../model/business-app.ts'
import { graphTime } from '../model/time.ts'
import type { BusinessApp } from './business-app.ts'
import type { AnyEntity } from './entities.ts'
import type { Row } from './file.ts'
import type { Building } from './row.ts'

/** What a phone number is where its row says nothing: one that can send. Assumed; see the values in the phone number reference. */
const DEFAULTS = {
  code_verification_status: 'VERIFIED',
  quality_rating: 'GREEN',
  account_mode: 'LIVE',
  is_official_business_account: false,
  is_on_biz_app: false,
  name_status: 'APPROVED',
  status: 'CONNECTED',
} as const

/** What a number is that nobody registered yet. @see sources capture-unregistered-number */
const UNREGISTERED = { platform_type: 'NOT_APPLICABLE', throughput: { level: 'NOT_APPLICABLE' } } as const
const REGISTERED = { platform_type: 'CLOUD_API', throughput: { level: 'STANDARD' } } as const

/** A business phone number of a row. */
export function buildNumber(given: Row<'phoneNumbers'>, { id, world, ref, moment, refuse }: Building): AnyEntity {
  const { account, onboarded, pin, businessApp = {}, ...row } = { ...DEFAULTS, ...given }
  const isPending = row.status === 'PENDING'
  const since = onboarded ? moment(onboarded, 'onboarded') : world.now
  const app = (): BusinessApp =>
    businessAppOf(businessApp, since, (at, reason) => refuse(`businessApp/history/${at}`, reason))
  const secret = pin ?? (row.status === 'CONNECTED' ? '123456' : undefined)
  return {
    ...(isPending ? UNREGISTERED : REGISTERED),
    ...row,
    nodeType: 'WhatsAppBusinessAccountToNumberCurrentStatus',
    id,
    accountId: ref('accounts', account, 'account'),
    last_onboarded_time: graphTime(since),
    ...(row.is_on_biz_app && { businessApp: app() }),
    ...(secret && { pin: secret }),
  }
}
