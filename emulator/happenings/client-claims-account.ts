import { noParams } from '../../contracts/shapes.ts'
import { happening } from '../happening.ts'
import { linkIfSigned } from '../model/link-accounts.ts'
import { openIntentOf } from '../model/obo-intent.ts'
import { transferAccount, transfersHaveEnded } from '../model/obo-transfer.ts'
import { whyNoCustomer } from '../model/solution-customers.ts'

export const clientClaimsAccount = happening(
  {
    name: 'client_claims_account',
    says: 'A client takes an account over that a partner holds on its behalf, in Meta Business Suite or by Embedded Signup',
    nodes: { account: 'WhatsAppBusinessAccount' },
    params: noParams,
    sources: ['obo-transfer', 'obo-deprecation'],
  },
  ({ nodes: { account }, world, notify, refuse }) => {
    if (!account.onBehalfOfId) return refuse(`${account.name} is held on behalf of nobody`)
    const intent = openIntentOf(world, account)
    if (!intent) return refuse(`${account.name} has no intent; POST /{waba}/set_obo_mobility_intent sets one`)
    if (transfersHaveEnded(world)) {
      return refuse('2025-10-01 was the last day for transfers, by the ruling obo-transfer-ended')
    }
    const full = whyNoCustomer(world, intent.solutionId, account.onBehalfOfId)
    if (full) return refuse(full)
    linkIfSigned(world, transferAccount(world, account, intent, notify), notify)
    return undefined
  },
)
