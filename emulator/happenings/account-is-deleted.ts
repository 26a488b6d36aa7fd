import { noParams } from '../../contracts/shapes.ts'
import { happening } from '../happening.ts'
import { partiesTo } from '../model/accounts.ts'
import { offboard } from '../model/coexistence.ts'
import { numbersOf, sentPaidMessage } from '../model/phone-number.ts'

// Its numbers go with it, and its ad account as when it leaves the product: both assumed, no page tells of them.
export const accountIsDeleted = happening(
  {
    name: 'account_is_deleted',
    says: 'An admin deletes an account; not one with a number that sent paid messages within 30 days',
    nodes: { account: 'WhatsAppBusinessAccount' },
    params: noParams,
    sources: ['account-update: ACCOUNT_DELETED', 'phone-numbers: Deleting business phone numbers'],
  },
  ({ nodes: { account }, world, now, notify, refuse }) => {
    const numbers = numbersOf(world, account.id)
    const busy = numbers.find((number) => sentPaidMessage(world, number))
    if (busy) return refuse(`${busy.display_phone_number} sent a paid message within the last 30 days`)
    for (const number of numbers) world.put({ ...number, status: 'DELETED', deletedAt: now })
    offboard(world, account.id)
    world.put({ ...world.need('WhatsAppBusinessAccount', account.id), deletedAt: now, isActive: false })
    const value = { event: 'ACCOUNT_DELETED' }
    notify({ waba: account.id, field: 'account_update', value, to: partiesTo(account) })
    return undefined
  },
)
