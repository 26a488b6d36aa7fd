import type { Fail } from '../failure.ts'
import { days, seconds } from '../model/time.ts'
import type { PhoneNumber } from '../world/entities.ts'
import type { World } from '../world/world.ts'

/** For how long a message can be marked. @see sources mark-as-read, typing-indicators */
const MARKABLE = days(30)
/** How long the customer sees that somebody is typing, unless an answer comes before. @see sources typing-indicators */
const TYPING = seconds(25)

/**
 * Marks what a customer sent as read, and all before it, and shows that the business is typing where it asks so.
 * Only messages that customers sent in the last 30 days can be marked.
 */
export function markRead(
  world: World,
  phone: PhoneNumber,
  params: { readonly message_id: string; readonly typing_indicator?: object },
  fail: Fail<'message_parameter_wrong'>,
): { readonly success: true } {
  const { message_id: id, typing_indicator } = params
  const message = world.traffic.inbound.get(id)
  if (!message || message.phoneId !== phone.id) {
    return fail('message_parameter_wrong', `${id} is no message that a customer sent to this number`, INVALID)
  }
  if (world.now - message.at > MARKABLE) {
    return fail('message_parameter_wrong', `${id} is older than 30 days`, INVALID)
  }
  const chat = world.traffic.chat(phone.id, message.waId)
  world.traffic.setChat(phone.id, message.waId, {
    ...chat,
    readUntil: Math.max(chat.readUntil ?? 0, message.at),
    ...(typing_indicator && { typingUntil: world.now + TYPING }),
  })
  return { success: true }
}

const INVALID = { details: 'Invalid message_id' } as const
