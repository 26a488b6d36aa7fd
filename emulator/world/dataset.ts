/** What conversions are sent to: the dataset of an account, or a pixel that a business has for its website. */
export interface Dataset {
  readonly nodeType: 'Dataset'
  readonly id: string
  readonly name: string
  /** Who had it made: that of an account is of whoever owns the account. */
  readonly businessId: string
  /** The account whose dataset it is; absent for a pixel. */
  readonly accountId?: string
  /** Events of a website or an app came to it. */
  readonly hasEvents?: true
}
