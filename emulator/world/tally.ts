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
  | 'phoneCalls'
  /** Messages whose medium was seen. */
  | 'mediaViews'
  /** Those of the counts above that Insights leaves out, for where the recipient is. */
  | 'hiddenSent'
  | 'hiddenDelivered'
  | 'hiddenRead'
  | 'hiddenLinkClicks'
  | 'hiddenMediaViews'
  /** Taps of one button, by its kind and its title. `unique` counts a message once. */
  | `${'url' | 'unique_url' | 'quick_reply' | 'phone'}_button/${string}`
  | `${'website' | 'app'}_${string}`

/** Counts by what they are of: what was never counted is absent. `Metrics` adds to those that nobody holds. */
export type Tally = Readonly<Partial<Record<Counter, number>>>

/** Two tallies together. */
export function plus(one: Tally | undefined, other: Tally): Tally {
  return one ? addTo({ ...one }, other) : other
}

/** Adds to a tally that nobody has seen yet. Amounts are kept to the hundred-thousandth, so that sums do not drift. */
export function addTo(sum: Tally, more: Tally): Tally {
  const changing: Partial<Record<Counter, number>> = sum
  for (const name in more) {
    const counter = name as Counter
    const total = (changing[counter] ?? 0) + (more[counter] ?? 0)
    changing[counter] = Number.isInteger(total) ? total : Math.round(total * 100_000) / 100_000
  }
  return sum
}
