import { disconnectionReasons } from '../../contracts/nodes/phone-number.ts'
import { happening } from '../happening.ts'
import { endCoexistence, type Initiator, type Reason } from '../model/coexistence.ts'

const nodes = { phone: 'WhatsAppBusinessAccountToNumberCurrentStatus' } as const

/** Of whom each reason can come; the first where nobody says. @see sources account-update: disconnection_info */
const INITIATORS: Readonly<Record<Reason, readonly [Initiator, ...Initiator[]]>> = {
  ACCOUNT_DISCONNECTED: ['USER', 'SYSTEM'],
  BUSINESS_DOWNGRADE: ['USER'],
  CHANGE_NUMBER: ['USER'],
  COMPANION_INACTIVITY: ['SYSTEM'],
  PRIMARY_INACTIVITY: ['SYSTEM'],
  USER_RE_REGISTERED: ['USER'],
}

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
    if (phone.status !== 'CONNECTED' && !phone.businessApp?.mayReconnect) {
      return refuse(`${phone.display_phone_number} is ${phone.status}`)
    }
    const { reason = 'ACCOUNT_DISCONNECTED' } = params
    const initiated_by = params.initiated_by ?? INITIATORS[reason][0]
    if (!INITIATORS[reason].includes(initiated_by)) {
      return refuse(`with.initiated_by: ${reason} comes of ${INITIATORS[reason].join(' or ')}`)
    }
    endCoexistence(world, notify, phone, { reason, initiated_by })
    return undefined
  },
)
