import type { RestrictionType } from '../../contracts/nodes/whats-app-business-account.ts'
import type { WhatsAppBusinessAccount } from '../world/entities.ts'

/** A message that an account wants to send. Templates are business-initiated, whether a window is open or not. */
export type Wanted = { readonly isTemplate: true } | { readonly isTemplate: false; readonly windowOpen: boolean }

type Refusal<Error extends string> = { readonly error: Error; readonly why: string } | undefined

/** Whether an account is forbidden something now. */
export function isForbidden({ restrictions }: WhatsAppBusinessAccount, type: RestrictionType, now: number): boolean {
  return restrictions?.some((one) => one.type === type && one.expires > now) === true
}

/**
 * Why an account can do nothing with messages, not even mark them as read: it is disabled, or restricted as a whole, without
 * a word on what it may not do. One whose review is not over cannot be used with the API; the code for it is assumed.
 * @see sources error-codes: 368, 131031; account-review
 */
export function lockOf(
  { id, status, restrictions, account_review_status: review }: WhatsAppBusinessAccount,
  now: number,
): Refusal<'account_blocked_for_policy' | 'account_locked'> {
  if (status === 'DISABLED') return { error: 'account_blocked_for_policy', why: `the account ${id} is DISABLED` }
  if (review !== 'APPROVED') return { error: 'account_locked', why: `the review of the account ${id} is ${review}` }
  if (status !== 'RESTRICTED' || restrictions?.some(({ expires }) => expires > now)) return undefined
  return { error: 'account_locked', why: `the account ${id} is RESTRICTED` }
}

/**
 * Why an account may not send a message, by what it was forbidden: to begin conversations, or to answer in them. That the
 * former ends templates within a window as well is what the page on enforcement says of the shortest block.
 * @see sources account-update: restriction_type; policy-enforcement; error-codes: 131064
 */
export function refusalOf(
  account: WhatsAppBusinessAccount,
  wanted: Wanted,
  now: number,
): Refusal<'account_locked' | 'classification_limit_reached'> {
  const begins = wanted.isTemplate || !wanted.windowOpen
  const type = begins ? 'RESTRICTED_BIZ_INITIATED_MESSAGING' : 'RESTRICTED_CUSTOMER_INITIATED_MESSAGING'
  if (isForbidden(account, type, now)) {
    const what = wanted.isTemplate ? 'sends no templates' : begins ? 'begins no conversation' : 'answers nobody'
    return { error: 'account_locked', why: `the account ${account.id} ${what}: ${type}` }
  }
  const { classificationLimitUntil: until = 0 } = account
  if (!wanted.isTemplate || now >= until) return undefined
  return { error: 'classification_limit_reached', why: 'templates of the account were filed under wrong categories' }
}
