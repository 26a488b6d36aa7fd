import { noParams } from '../../contracts/shapes.ts'
import { happening } from '../happening.ts'
import { tellOfQuality } from '../model/number-news.ts'
import { minutes } from '../model/time.ts'

/** @see sources throughput */
const UPGRADE = minutes(1)
const nodes = { phone: 'WhatsAppBusinessAccountToNumberCurrentStatus' } as const

export const numberThroughputIsUpgraded = happening(
  {
    name: 'number_throughput_is_upgraded',
    says: 'Meta gives a number 1,000 messages a second; for the minute that it takes, nothing can be sent (131057)',
    nodes,
    params: noParams,
    sources: ['throughput'],
  },
  ({ nodes: { phone }, world, now, later, refuse }) => {
    if (phone.status !== 'CONNECTED') return refuse(`${phone.display_phone_number} is ${phone.status}`)
    if (phone.is_on_biz_app)
      return refuse('a number that is in the WhatsApp Business app stays at 20 messages a second')
    const isUnderWay = (phone.maintenanceUntil ?? 0) > now
    if (isUnderWay || phone.throughput.level === 'HIGH') return refuse('it is upgraded already')
    const until = now + UPGRADE
    world.put({ ...phone, maintenanceUntil: until })
    later(UPGRADE, 'number_throughput_upgrade_ends', { phone: phone.id })
    return { until }
  },
)

export const numberThroughputUpgradeEnds = happening(
  {
    name: 'number_throughput_upgrade_ends',
    says: 'A number is upgraded, and the account is told',
    nodes,
    params: noParams,
    internal: true,
    sources: ['throughput', 'quality-update: THROUGHPUT_UPGRADE'],
  },
  ({ nodes: { phone }, world, notify }) => {
    const { maintenanceUntil: _, ...rest } = phone
    world.put({ ...rest, throughput: { level: 'HIGH' } })
    tellOfQuality(world, notify, phone, 'THROUGHPUT_UPGRADE')
    return undefined
  },
)
