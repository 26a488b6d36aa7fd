/** What is counted of the messages of a template beside buttons: conversions by the names that Insights has for them. */
export type Counter =
  | 'sent'
  | 'delivered'
  | 'read'
  /** In the currency of the account. */
  | 'cost'
  | 'replied'
  /** Taps on links. */
  | 'linkClicks'
  | 'quickReplies'
  /** Those of the counts above that Insights leaves out, for where the recipient is. */
  | 'hiddenSent'
  | 'hiddenDelivered'
  | 'hiddenRead'
  | 'hiddenLinkClicks'
  /** Taps of one button, by its kind and its title. `unique` counts a message once. */
  | `${'url' | 'unique_url' | 'quick_reply'}_button/${string}`
  | `${'website' | 'app'}_${string}`

/** Counts by what they are of: what was never counted is absent. Never changed in place. */
export type Tally = Readonly<Partial<Record<Counter, number>>>

/** Two tallies together. Amounts are kept to the hundred-thousandth, so that sums do not drift. */
export function plus(one: Tally | undefined, other: Tally): Tally {
  if (!one) return other
  const sum: Partial<Record<Counter, number>> = { ...one }
  for (const counter in other) {
    const key = counter as Counter
    const total = (sum[key] ?? 0) + (other[key] ?? 0)
    sum[key] = Number.isInteger(total) ? total : Math.round(total * 100_000) / 100_000
  }
  return sum
}
