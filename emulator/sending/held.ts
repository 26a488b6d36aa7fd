import type { Message } from '../world/message.ts'
import type { World } from '../world/world.ts'
import { schedule } from './dispatch.ts'

/** The messages that wait until the quality of their template is known. */
function heldOf(world: World, templateId: string): Message[] {
  return world.traffic.messages.list().filter(({ status, templateId: of }) => status === 'held' && of === templateId)
}

/** They go out now, as if they were sent now. Answers how many. @see sources template-pacing */
export function releaseHeld(world: World, templateId: string): number {
  const held = heldOf(world, templateId)
  for (const message of held) {
    const expiresAt = world.now + message.expiresAt - message.at
    schedule(world, world.traffic.keep({ ...message, status: 'accepted', at: world.now, expiresAt }))
  }
  return held.length
}

/** They fail, each with its webhook. Answers how many. @see sources template-pacing */
export function dropHeld(world: World, templateId: string): number {
  const held = heldOf(world, templateId)
  for (const message of held) {
    const dropped: Message = { ...message, status: 'accepted', at: world.now, fails: 'held_message_dropped' }
    schedule(world, world.traffic.keep(dropped))
  }
  return held.length
}
