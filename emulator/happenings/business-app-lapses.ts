import { integer } from '../../contracts/shapes.ts'
import { happening } from '../happening.ts'
import { endCoexistence } from '../model/coexistence.ts'
import { days } from '../model/time.ts'

const nodes = { phone: 'WhatsAppBusinessAccountToNumberCurrentStatus' } as const

/** How long a device may be left alone; Meta says about. @see sources account-update: disconnection_info */
const LAPSES = {
  primary: { after: days(14), reason: 'PRIMARY_INACTIVITY' },
  companion: { after: days(30), reason: 'COMPANION_INACTIVITY' },
} as const

export const businessAppIsLeftAlone = happening(
  {
    name: 'business_app_is_left_alone',
    says: 'The owner of a number stops using the phone with the WhatsApp Business app (`primary`, 14d) or a linked device (`companion`, 30d): if nobody uses the app until then, coexistence ends by itself',
    nodes,
    params: { type: 'object', properties: { device: { enum: ['primary', 'companion'] } } },
    sources: ['account-update: PRIMARY_INACTIVITY, COMPANION_INACTIVITY'],
  },
  ({ nodes: { phone }, params: { device = 'primary' }, world, now, later, refuse }) => {
    const { businessApp: app } = phone
    if (!phone.is_on_biz_app || !app) return refuse(`${phone.display_phone_number} is not in the WhatsApp Business app`)
    world.put({ ...phone, businessApp: { ...app, unused: { device, since: now } } })
    const { after } = LAPSES[device]
    later(after, 'coexistence_lapses', { phone: phone.id, since: now })
    return { at: now + after }
  },
)

export const coexistenceLapses = happening(
  {
    name: 'coexistence_lapses',
    says: 'Nobody used the WhatsApp Business app for long: its number leaves the Cloud API',
    nodes,
    params: { type: 'object', properties: { since: integer }, required: ['since'] },
    internal: true,
    sources: ['account-update: PRIMARY_INACTIVITY, COMPANION_INACTIVITY'],
  },
  ({ nodes: { phone }, params: { since }, world, notify }) => {
    const { unused } = phone.businessApp ?? {}
    if (!unused || unused.since !== since || phone.status !== 'CONNECTED') return undefined
    endCoexistence(world, notify, phone, { reason: LAPSES[unused.device].reason, initiated_by: 'SYSTEM' })
    return undefined
  },
)
