import { adWrites } from '../operations/ad-writes.ts'
import type { Trial } from './trial.ts'

const PLACES = { AdAccount: 'ad_account', Campaign: 'campaign', AdSet: 'ad_set', Ad: 'ad' } as const

/** The ad account that onboarding makes is read-only: whoever writes there is refused. */
export const adTrials: readonly Trial[] = adWrites.map(({ name, on, ...rest }) => ({
  operation: name,
  path: `/{${PLACES[on]}}${'edge' in rest ? `/${rest.edge}` : ''}`,
  as: 'client_business',
  fails: 'ad_account_read_only',
}))
