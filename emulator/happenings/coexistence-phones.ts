import { milliseconds } from '../../contracts/duration.ts'
import { noParams, text } from '../../contracts/shapes.ts'
import { happening } from '../happening.ts'
import { reconnect } from '../model/coexistence.ts'
import { putNumber } from '../model/phone-number.ts'

const nodes = { phone: 'WhatsAppBusinessAccountToNumberCurrentStatus' } as const

// Partners keep their access and their subscriptions in between.
export const coexistencePhoneChanges = happening(
  {
    name: 'coexistence_phone_changes',
    says: 'A client changes the phone that has the WhatsApp Business app: its number is off the Cloud API, until it reconnects, by itself after `reconnects_in`',
    nodes,
    params: { type: 'object', properties: { reconnects_in: text } },
    sources: ['coexistence-reconnect', 'account-update: ACCOUNT_OFFBOARDED'],
  },
  ({ nodes: { phone }, params: { reconnects_in: given }, world, notify, later, refuse }) => {
    const { businessApp: app } = phone
    if (!phone.is_on_biz_app || !app || phone.status !== 'CONNECTED') {
      return refuse(`${phone.display_phone_number} is not a CONNECTED number in the WhatsApp Business app`)
    }
    const delay = given === undefined ? undefined : milliseconds(given)
    if (given !== undefined && delay === undefined)
      return refuse(`with.reconnects_in: '${given}' is no duration like 3m`)
    putNumber(world, { ...phone, status: 'DISCONNECTED', businessApp: { ...app, mayReconnect: true } })
    notify({ waba: phone.accountId, field: 'account_update', value: { event: 'ACCOUNT_OFFBOARDED' } })
    if (delay !== undefined) later(delay, 'coexistence_phone_is_ready', { phone: phone.id })
    return undefined
  },
)

export const coexistencePhoneReconnects = happening(
  {
    name: 'coexistence_phone_reconnects',
    says: 'The client keeps the connection on the new phone, some minutes later',
    nodes,
    params: noParams,
    sources: ['coexistence-reconnect', 'account-update: ACCOUNT_RECONNECTED'],
  },
  ({ nodes: { phone }, world, notify, refuse }) => {
    const isOff = phone.is_on_biz_app && phone.status === 'DISCONNECTED'
    if (!isOff) return refuse(`${phone.display_phone_number} is not a DISCONNECTED number in the WhatsApp Business app`)
    if (!phone.businessApp?.mayReconnect) {
      return refuse(
        'coexistence has ended for it, or somebody onboarded the account meanwhile; it is to be onboarded anew',
      )
    }
    reconnect(world, notify, phone)
    return undefined
  },
)

export const coexistencePhoneIsReady = happening(
  {
    name: 'coexistence_phone_is_ready',
    says: 'The connection of a changed phone comes back, unless it ended meanwhile',
    nodes,
    params: noParams,
    internal: true,
    sources: ['coexistence-reconnect'],
  },
  ({ nodes: { phone }, world, notify }) => {
    if (phone.status === 'DISCONNECTED' && phone.businessApp?.mayReconnect) reconnect(world, notify, phone)
    return undefined
  },
)
