import type { Effects } from '../effects.ts'
import type { WhatsAppBusinessAccount } from '../world/entities.ts'
import type { AccountRestriction } from '../world/number.ts'
import { dayInWords } from './time.ts'

type Notify = Effects['notify']
type BanState = 'DISABLE' | 'REINSTATE' | 'SCHEDULE_FOR_DISABLE'

/** Restrictions that make an account RESTRICTED; the others leave it ACTIVE: assumed. */
const OF_MESSAGES = ['RESTRICTED_BIZ_INITIATED_MESSAGING', 'RESTRICTED_CUSTOMER_INITIATED_MESSAGING']

/** An account with these restrictions, RESTRICTED when one of them is about its messages. */
export function restricted(
  account: WhatsAppBusinessAccount,
  restrictions: readonly AccountRestriction[],
): WhatsAppBusinessAccount {
  const status = restrictions.some(({ type }) => OF_MESSAGES.includes(type)) ? 'RESTRICTED' : 'ACTIVE'
  return { ...account, restrictions, status: account.status === 'DISABLED' ? 'DISABLED' : status }
}

/** @see sources account-update */
export function tellOfRestriction(notify: Notify, waba: string, restrictions: readonly AccountRestriction[]): void {
  const restriction_info = restrictions.map(({ type, expires, remediation }) => ({
    restriction_type: type,
    expiration: Math.floor(expires / 1000),
    ...(remediation !== undefined && { remediation }),
  }))
  notify({ waba, field: 'account_update', value: { event: 'ACCOUNT_RESTRICTION', restriction_info } })
}

/** @see sources account-update */
export function tellOfBan(notify: Notify, waba: string, state: BanState, at: number): void {
  const ban_info = { waba_ban_state: state, waba_ban_date: dayInWords(at) }
  notify({ waba, field: 'account_update', value: { event: 'DISABLED_UPDATE', ban_info } })
}
