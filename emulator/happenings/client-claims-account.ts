import { noParams } from '../../contracts/shapes.ts'
import { happening } from '../happening.ts'
import { linkIfSigned } from '../model/link-accounts.ts'
import { openIntentOf } from '../model/obo-intent.ts'
import { transferAccount, whyNotClaimed } from '../model/obo-transfer.ts'

export const clientClaimsAccount = happening(
  {
    name: 'client_claims_account',
    says: 'A client takes an account over that a partner holds on its behalf, in Meta Business Suite or by Embedded Signup',
    nodes: { account: 'WhatsAppBusinessAccount' },
    params: noParams,
    sources: ['obo-transfer', 'obo-deprecation'],
  },
  ({ nodes: { account }, world, notify, refuse }) => {
    const problem = whyNotClaimed(world, account)
    const intent = openIntentOf(world, account)
    if (problem || !intent) return refuse(problem ?? `${account.name} has no intent`)
    linkIfSigned(world, transferAccount(world, account, intent, notify), notify)
    return undefined
  },
)
