/** What the three ad entities of a marketing template share. */
interface OfTemplate {
  readonly id: string
  readonly name: string
  /** The ad account, digits only. */
  readonly account_id: string
  /** The ad account as a node: `act_…`. */
  readonly adAccountId: string
  readonly templateId: string
  readonly wabaId: string
  readonly createdAt: number
}

export interface Campaign extends OfTemplate {
  readonly nodeType: 'Campaign'
  readonly objective: string
}

export interface AdSet extends OfTemplate {
  readonly nodeType: 'AdSet'
  readonly campaign_id: string
  readonly optimization_goal: string
}

export interface Ad extends OfTemplate {
  readonly nodeType: 'Ad'
  readonly campaign_id: string
  readonly adset_id: string
}
