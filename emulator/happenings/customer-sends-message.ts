import { inboundContext, inboundObjects, referral } from '../../contracts/inbound-messages.ts'
import { text } from '../../contracts/shapes.ts'
import { happening } from '../happening.ts'
import { digitsOf } from '../model/digits.ts'
import { receiveMessage } from '../sending/inbound.ts'
import { contentOf } from '../sending/inbound-content.ts'
import { writerTo } from '../sending/people.ts'

const object = { type: 'object' } as const
const file = {
  type: 'object',
  description:
    'What the webhook says of it, caption and the like; mime_type, content (base 64) and filename make the file',
} as const

export const customerSendsMessage = happening(
  {
    name: 'customer_sends_message',
    says: 'A customer writes to a number: the customer service window opens for 24 hours; answers the id of the message',
    nodes: { phone: 'WhatsAppBusinessAccountToNumberCurrentStatus' },
    params: {
      type: 'object',
      properties: {
        from: { ...text, description: 'Name of a person, or a number with its country code' },
        type: { enum: [...Object.keys(inboundObjects), 'unsupported', 'unknown'] },
        text: object,
        image: file,
        video: file,
        audio: file,
        document: file,
        sticker: file,
        location: object,
        contacts: { type: 'array' },
        reaction: object,
        button: object,
        interactive: object,
        order: object,
        context: inboundContext,
        referral,
        errors: { type: 'array', items: object, minItems: 1 },
      },
      required: ['from'],
    },
    sources: ['openapi: webhooks', 'bsuid-webhooks: Incoming messages webhooks', 'media: Get media ID'],
  },
  ({ nodes: { phone }, params, world, later, notify, refuse }) => {
    const waId = writerTo(world, phone, params.from, refuse)
    if (phone.is_on_biz_app && phone.status === 'DISCONNECTED') {
      return refuse(`${phone.display_phone_number} is off the Cloud API: what comes to its app now is told nobody`)
    }
    const { context, referral: ad } = params
    if (ad?.ctwa_clid) world.traffic.adClicks.keep({ id: ad.ctwa_clid, accountId: phone.accountId })
    const message = receiveMessage(
      { world, notify, phone, waId },
      {
        ...(context && { context: { from: digitsOf(phone.display_phone_number), ...context } }),
        ...(ad && { referral: ad }),
        ...contentOf({ world, later, phone, refuse }, params),
      },
    )
    return { message }
  },
)
