import { creativeFeatures } from '../../contracts/creative-features.ts'
import { today } from '../../contracts/versions.ts'
import type { WhatsAppBusinessAccount } from '../world/entities.ts'
import type { CreativeFeatures } from '../world/number.ts'

/** Until this day an account had them on unless it chose otherwise. @see sources send-marketing-messages, meta-cloud-api-sdk */
const OFF_SINCE = '2026-04-21'

/** Every creative optimisation of an account with what holds on a day (milliseconds). */
export function creativeFeaturesOf(account: WhatsAppBusinessAccount, now: number): CreativeFeatures {
  const standard = today(now) < OFF_SINCE ? 'OPT_IN' : 'OPT_OUT'
  return Object.fromEntries(creativeFeatures.map((name) => [name, account.creativeFeatures?.[name] ?? standard]))
}
