import { noParams } from '../../contracts/shapes.ts'
import { happening } from '../happening.ts'

// Only an older page has the event, with an id under phone_number. Who writes to whom then: as with any number.
export const testNumberBecomesLive = happening(
  {
    name: 'test_number_becomes_live',
    says: 'A test number (SANDBOX) becomes one of a verified account (LIVE)',
    nodes: { phone: 'WhatsAppBusinessAccountToNumberCurrentStatus' },
    params: noParams,
    sources: ['manage-webhooks: VERIFIED_ACCOUNT'],
  },
  ({ nodes: { phone }, world, notify, refuse }) => {
    if (phone.account_mode === 'LIVE') return refuse(`${phone.display_phone_number} is no test number`)
    const { allowedRecipients: _, ...rest } = phone
    world.put({ ...rest, account_mode: 'LIVE' })
    const value = { phone_number: phone.id, event: 'VERIFIED_ACCOUNT' }
    notify({ waba: phone.accountId, field: 'account_update', value })
    return undefined
  },
)
