import { noParams } from '../../contracts/shapes.ts'
import { happening } from '../happening.ts'
import { completeSetup } from '../model/link-accounts.ts'

const nodes = { account: 'WhatsAppBusinessAccount' } as const
const sources = [
  'guide: Wait for the onboarding confirmation webhook',
  'mm-onboarding: PENDING_INTERNAL_SETUP',
] as const

export const internalSetupCompletes = happening(
  {
    name: 'internal_setup_completes',
    says: 'Meta has set an account up, now: it gets its ad account, and its templates are synced',
    nodes,
    params: noParams,
    sources,
  },
  ({ nodes: { account }, world, notify, refuse }) =>
    completeSetup(world, account.id, notify)
      ? { ad_account: world.need('WhatsAppBusinessAccount', account.id).adAccountId }
      : refuse(`${account.name} does not wait for its setup`),
)

export const internalSetupEnds = happening(
  {
    name: 'internal_setup_ends',
    says: 'The setup of an account comes to its end by itself',
    nodes,
    params: noParams,
    internal: true,
    sources,
  },
  ({ nodes: { account }, world, notify }) => {
    completeSetup(world, account.id, notify)
    return undefined
  },
)
