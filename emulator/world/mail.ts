/** A letter that admins of a business received, or a code that came to a phone number by SMS or call. */
export interface Mail {
  readonly n: number
  readonly at: number
  readonly to: readonly string[]
  readonly business: string
  readonly kind: 'invitation' | 'reminder' | 'migration' | 'sms' | 'call'
  readonly subject: string
  /** The request or the migration intent that it is about. */
  readonly request?: string
  /** The phone number that a code is for. */
  readonly phone?: string
}
