import { text } from '../../contracts/shapes.ts'
import { happening } from '../happening.ts'
import { personOf } from '../sending/people.ts'

/** Nobody is told of a block; only what is sent shows it. */
const WAYS = [
  ['business_blocks_customer', 'blocked', true, 'A business blocks a customer: its messages fail with 130403'],
  ['business_unblocks_customer', 'blocked', false, 'A business lets a customer write again'],
  ['customer_blocks_business', 'blocksBusiness', true, 'A customer blocks a business: nothing arrives, nobody is told'],
  ['customer_unblocks_business', 'blocksBusiness', false, 'A customer lets a business write again'],
] as const

export const blocks = WAYS.map(([name, key, wanted, says]) =>
  happening(
    {
      name,
      says,
      nodes: { phone: 'WhatsAppBusinessAccountToNumberCurrentStatus' },
      params: {
        type: 'object',
        properties: { customer: { ...text, description: 'Name of a person, or a number with its country code' } },
        required: ['customer'],
      },
      sources: ['block-users', 'error-codes: 130403'],
    },
    ({ nodes: { phone }, params, world, refuse }) => {
      const waId = personOf(world, params.customer, refuse)
      const { [key]: is, ...chat } = world.traffic.chat(phone.id, waId)
      if ((is === true) === wanted) refuse(`that is so already between ${phone.verified_name} and ${waId}`)
      world.traffic.setChat(phone.id, waId, { ...chat, ...(wanted && { [key]: true }) })
      return undefined
    },
  ),
)
