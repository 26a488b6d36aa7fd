import { text } from '../../contracts/shapes.ts'
import { happening } from '../happening.ts'
import { identityOf } from '../sending/identity.ts'
import { type Occasion, secondsOf, senderOf, tell } from '../sending/inbound.ts'
import { personOf } from '../sending/people.ts'
import { wamid } from '../sending/wamid.ts'

export const customerChangesNumber = happening(
  {
    name: 'customer_changes_number',
    says: 'A customer takes another number: every number of a business that has a chat with them hears of it',
    nodes: {},
    params: { type: 'object', properties: { from: text, to: text }, required: ['from', 'to'] },
    sources: ['openapi: SystemMessage', 'bsuid-webhooks: System messages webhooks'],
  },
  ({ params, world, notify, refuse }) => {
    const [old, waId] = [personOf(world, params.from, refuse), personOf(world, params.to, refuse)]
    if (old === waId) refuse('with.to: it is the number that they have')
    const { traffic } = world
    const chats = traffic.chatsOf(old)
    for (const [phoneId, chat] of chats) traffic.setChat(phoneId, waId, chat)
    traffic.addRecipient({ ...traffic.recipient(old), waId })
    for (const [phoneId] of chats) {
      const phone = world.need('WhatsAppBusinessAccountToNumberCurrentStatus', phoneId)
      tellOfNumber({ world, notify, phone, waId: old }, waId)
    }
    traffic.addRecipient({ waId: old, name: traffic.recipient(old).name, habit: 'has_no_whatsapp' })
    // The name stands for the person, whatever the number is.
    for (const name of Object.keys(world.names)) if (world.names[name] === old) world.names[name] = waId
    return { told: chats.map(([phoneId]) => phoneId) }
  },
)

function tellOfNumber(occasion: Occasion, waId: string): void {
  const { world, phone, waId: old } = occasion
  const { name } = world.traffic.recipient(old)
  const [before, after] = [identityOf(world, phone, old), identityOf(world, phone, waId)]
  const byId = world.rulings['number-change-message'] === 'user_changed_user_id' && after.userId !== undefined
  const [from, to] = byId ? [before.userId, after.userId] : [old, waId]
  const system = {
    body: `User ${name} changed from ${from} to ${to}`,
    ...(after.waId && { wa_id: after.waId }),
    ...(after.userId && { user_id: after.userId }),
    ...(after.parentUserId && { parent_user_id: after.parentUserId }),
    type: byId ? 'user_changed_user_id' : 'user_changed_number',
  }
  const id = wamid(world, old, 'in')
  tell(occasion, {
    messages: [{ ...senderOf(occasion), id, timestamp: secondsOf(world.now), type: 'system', system }],
  })
}
