import { disconnectionReasons } from '../../contracts/nodes/phone-number.ts'
import { noParams } from '../../contracts/shapes.ts'
import { type Happening, happening } from '../happening.ts'
import { offboard, tellOfRemoval } from '../model/coexistence.ts'
import { putNumber } from '../model/phone-number.ts'

const nodes = { phone: 'WhatsAppBusinessAccountToNumberCurrentStatus' } as const

// The account stays shared with its partners: assumed, as pages tell of the number alone.
export const coexistenceEnds = happening(
  {
    name: 'coexistence_ends',
    says: 'A number leaves the Cloud API, as its owner disconnects it in the WhatsApp Business app or by itself; its account leaves the Marketing Messages API with it',
    nodes,
    params: {
      type: 'object',
      properties: { reason: { enum: disconnectionReasons }, initiated_by: { enum: ['SYSTEM', 'USER'] } },
    },
    sources: ['coexistence: Offboarding', 'account-update: PARTNER_REMOVED', 'guide: coexistence'],
  },
  ({ nodes: { phone }, params, world, notify, refuse }) => {
    if (!phone.is_on_biz_app) return refuse(`${phone.display_phone_number} is not in the WhatsApp Business app`)
    if (phone.status !== 'CONNECTED') return refuse(`${phone.display_phone_number} is ${phone.status}`)
    const { reason = 'ACCOUNT_DISCONNECTED', initiated_by = 'USER' } = params
    putNumber(world, { ...phone, status: 'DISCONNECTED' })
    offboard(world, phone.accountId)
    tellOfRemoval(world, notify, phone, { reason, initiated_by })
    return undefined
  },
)

const CHANGES = [
  [
    'coexistence_phone_changes',
    'A client changes the phone that has the WhatsApp Business app: its number is off the Cloud API',
    'CONNECTED',
    'DISCONNECTED',
    'ACCOUNT_OFFBOARDED',
  ],
  [
    'coexistence_phone_reconnects',
    'The client keeps the connection on the new phone, some minutes later',
    'DISCONNECTED',
    'CONNECTED',
    'ACCOUNT_RECONNECTED',
  ],
] as const

/** Partners keep their access and their subscriptions in between. @see sources coexistence-reconnect */
export const phonesAreChanged: readonly Happening[] = CHANGES.map(([name, says, from, to, event]) =>
  happening(
    { name, says, nodes, params: noParams, sources: ['coexistence-reconnect', `account-update: ${event}`] },
    ({ nodes: { phone }, world, notify, refuse }) => {
      const isRight = phone.is_on_biz_app && phone.status === from
      if (!isRight) return refuse(`${phone.display_phone_number} is not a ${from} number in the WhatsApp Business app`)
      if (world.need('WhatsAppBusinessAccount', phone.accountId).offboardedAt !== undefined) {
        return refuse('coexistence has ended for it; it is to be onboarded anew')
      }
      putNumber(world, { ...phone, status: to })
      notify({ waba: phone.accountId, field: 'account_update', value: { event } })
      return undefined
    },
  ),
)
