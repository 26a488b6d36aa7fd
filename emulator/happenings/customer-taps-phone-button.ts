import { text } from '../../contracts/shapes.ts'
import { happening } from '../happening.ts'
import { measurePhoneCall } from '../sending/measure.ts'
import { arrivedMessage } from '../sending/people.ts'
import { choose, phoneButtonsOf } from '../sending/sent-buttons.ts'

export const customerTapsPhoneButton = happening(
  {
    name: 'customer_taps_phone_button',
    says: 'A customer taps a button of a template that calls a number; nobody is told, and Insights counts it',
    nodes: {},
    params: {
      type: 'object',
      properties: {
        message: text,
        button: {
          type: ['string', 'integer'],
          description: 'The title of the button, or its place among those that call, from 0',
        },
      },
      required: ['message'],
    },
    sources: ['codegen: marketing_messages_phone_call_btn_click_rate'],
  },
  ({ params, world, refuse }) => {
    const { message } = arrivedMessage(world, params.message, refuse)
    const buttons = phoneButtonsOf(world, message)
    const { title } = choose(buttons, params.button ?? 0, (why) => refuse(`with.button: ${why}`))
    measurePhoneCall(world, message, title)
    return undefined
  },
)
