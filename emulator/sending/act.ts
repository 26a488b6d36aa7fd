import type { Step } from '../../contracts/habits.ts'
import type { Effects } from '../effects.ts'
import type { Message } from '../world/message.ts'
import type { World } from '../world/world.ts'
import { nextMoment, schedule } from './dispatch.ts'
import { planOf } from './template-plan.ts'

type Deed = Exclude<Step['does'], 'sent' | 'delivered' | 'read'>

/** The happening that each deed is, which a tester could ask for as well. Undefined: the message has nothing for it. */
const deeds: {
  readonly [D in Deed]: (message: Message, world: World) => [name: string, params: Record<string, unknown>] | undefined
} = {
  clicks: (message, world) =>
    hasButton(world, message, 'URL') ? ['customer_clicks_link', { message: message.id }] : undefined,
  taps: (message, world) =>
    hasButton(world, message, 'QUICK_REPLY') ? ['customer_taps_quick_reply', { message: message.id }] : undefined,
  replies: ({ to, phoneId, id, sentToUserId }) =>
    sentToUserId
      ? undefined
      : [
          'customer_sends_message',
          { phone: phoneId, from: to, type: 'text', text: { body: 'Thank you!' }, context: { id } },
        ],
  stops: ({ to, phoneId }) =>
    to === undefined ? undefined : ['customer_stops_marketing', { phone: phoneId, from: to }],
}

/** What a recipient does with a message after reading it. */
export function act(world: World, later: Effects['later'], message: Message, does: Deed): undefined {
  const deed = deeds[does](message, world)
  if (deed) later(0, ...deed)
  const isLast = nextMoment(message) === undefined
  const kept = world.traffic.keep(isLast ? { ...message, done: true } : message)
  if (!isLast) schedule(world, kept)
  return undefined
}

function hasButton(world: World, { templateId }: Message, type: string): boolean {
  const template = world.get('WhatsAppBusinessHSM', templateId)
  return template !== undefined && planOf(template).buttons.some((button) => button.type === type)
}
