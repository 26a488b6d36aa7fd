import { noParams } from '../../contracts/shapes.ts'
import { happening } from '../happening.ts'
import { days } from '../model/time.ts'

/** How often Meta writes again is not said; three days are assumed. */
const INTERVAL = days(3)

export const adminsAreInvited = happening(
  {
    name: 'admins_are_invited',
    says: 'All admins of a client get the invitation of a partner, and a reminder until they accept or reject it',
    nodes: { request: 'BusinessAgreement' },
    params: noParams,
    internal: true,
    sources: ['guide: trigger an email to all admins of that BMID'],
  },
  ({ nodes: { request }, world, later, mail }) => {
    if (request.request_status !== 'PENDING') return undefined
    const client = world.need('Business', request.toId)
    const partner = world.need('Business', request.fromId)
    const admins = world.list('User').filter((user) => user.adminOf === client.id)
    mail({
      to: admins.map(({ email }) => email),
      business: client.id,
      kind: world.now === request.createdAt ? 'invitation' : 'reminder',
      subject: `${partner.name} invites ${client.name} to the Marketing Messages API for WhatsApp`,
      request: request.id,
    })
    later(INTERVAL, 'admins_are_invited', { request: request.id })
    return undefined
  },
)
