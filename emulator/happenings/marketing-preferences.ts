import { text } from '../../contracts/shapes.ts'
import { happening } from '../happening.ts'
import { contactOf, identityOf } from '../sending/identity.ts'
import { tell } from '../sending/inbound.ts'
import { personOf } from '../sending/people.ts'

const WAYS = [
  ['customer_stops_marketing', 'stop', 'A customer stops marketing messages: those sent from now on fail with 131050'],
  ['customer_resumes_marketing', 'resume', 'A customer wants marketing messages again'],
] as const

export const marketingPreferences = WAYS.map(([name, value, says]) =>
  happening(
    {
      name,
      says,
      nodes: { phone: 'WhatsAppBusinessAccountToNumberCurrentStatus' },
      params: { type: 'object', properties: { from: text }, required: ['from'] },
      sources: ['user-preferences-webhook', 'bsuid-webhooks: user_preferences webhooks'],
    },
    ({ nodes: { phone }, params, world, now, notify, refuse }) => {
      const waId = personOf(world, params.from, refuse)
      const { stoppedMarketing, ...chat } = world.traffic.chat(phone.id, waId)
      if ((stoppedMarketing === true) === (value === 'stop')) {
        refuse(`${waId} ${value === 'stop' ? 'has stopped' : 'gets'} marketing messages of this number already`)
      }
      world.traffic.setChat(phone.id, waId, { ...chat, ...(value === 'stop' && { stoppedMarketing: true }) })
      const { waId: number, userId, parentUserId } = identityOf(world, phone, waId)
      const preference = {
        ...(number && { wa_id: number }),
        ...(userId && { user_id: userId }),
        ...(parentUserId && { parent_user_id: parentUserId }),
        detail: `User requested to ${value} marketing messages`,
        category: 'marketing_messages',
        value,
        timestamp: Math.floor(now / 1000),
      }
      const contacts = [contactOf(world, phone, waId)]
      tell({ world, notify, phone }, { contacts, user_preferences: [preference] }, 'user_preferences')
      return undefined
    },
  ),
)
