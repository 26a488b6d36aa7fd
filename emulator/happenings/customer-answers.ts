import { text } from '../../contracts/shapes.ts'
import { happening } from '../happening.ts'
import { receiveMessage } from '../sending/inbound.ts'
import { measureQuickReply } from '../sending/measure.ts'
import { answerTo, arrivedMessage } from '../sending/people.ts'
import { type Choice, choose, quickRepliesOf, replyButtonsOf, rowsOf } from '../sending/sent-buttons.ts'
import type { Message } from '../world/message.ts'
import type { World } from '../world/world.ts'

const message = { ...text, description: 'Id of a message of the business that has arrived' } as const
const choice = {
  type: ['string', 'integer'],
  description: 'Its title, its id, or its place among those of its kind, from 0',
} as const

/** What customers tap below a message of the business, what they can choose from, and what is told. */
const WAYS: readonly [
  name: string,
  param: 'button' | 'row',
  says: string,
  choices: (world: World, message: Message) => Choice[],
  told: (choice: Choice) => object,
][] = [
  [
    'customer_taps_quick_reply',
    'button',
    'A customer taps a quick reply of a template',
    quickRepliesOf,
    ({ id, title }) => ({ type: 'button', button: { payload: id, text: title } }),
  ],
  [
    'customer_replies_to_button',
    'button',
    'A customer taps a button of an interactive message',
    (_, sent) => replyButtonsOf(sent),
    ({ id, title }) => ({ type: 'interactive', interactive: { type: 'button_reply', button_reply: { id, title } } }),
  ],
  [
    'customer_replies_to_list',
    'row',
    'A customer chooses a row of a list',
    (_, sent) => rowsOf(sent),
    ({ id, title, description }) => ({
      type: 'interactive',
      interactive: { type: 'list_reply', list_reply: { id, title, ...(description && { description }) } },
    }),
  ],
]

export const customerAnswers = WAYS.map(([name, param, says, choices, told]) =>
  happening(
    {
      name,
      says,
      nodes: {},
      params: { type: 'object', properties: { message, [param]: choice }, required: ['message', param] },
      sources: ['openapi: webhooks, button and interactive'],
    },
    ({ params, world, notify, refuse }) => {
      const given = params as Readonly<Record<string, string | number>>
      const arrived = arrivedMessage(world, String(given.message), refuse)
      const chosen = choose(choices(world, arrived.message), given[param] ?? 0, (why) =>
        refuse(`with.${param}: ${why}`),
      )
      const { phone, waId } = arrived
      if (arrived.message.templateId !== undefined) measureQuickReply(world, arrived.message, chosen.title)
      const answer = { context: answerTo(arrived), ...told(chosen) }
      return { message: receiveMessage({ world, notify, phone, waId }, answer) }
    },
  ),
)
