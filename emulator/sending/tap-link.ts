import type { Message } from '../world/message.ts'
import type { World } from '../world/world.ts'
import { measureLinkClick } from './measure.ts'
import { choose, type Link, linksOf } from './sent-buttons.ts'

/**
 * The link of a template message that a customer taps.
 * @param button the title of its button, or its place among the links
 */
export function linkOf(
  world: World,
  message: Message,
  button: string | number,
  refuse: (why: string) => never,
): Link | undefined {
  if (message.templateId === undefined) return undefined
  const links = linksOf(world, message)
  if (links.length === 0) refuse('with.component: the template has no button with a link')
  const { title } = choose(links, button, (why) => refuse(`with.button: ${why}`))
  return links.find((link) => link.title === title)
}

/** Counts a tap on a link, and answers the address that opens. @see sources measure-conversion */
export function tapLink(world: World, message: Message, { title, url }: Link, fbclid: string): string {
  const { tapped = [] } = message
  const isFirst = !tapped.includes(title)
  measureLinkClick(world, message, title, isFirst)
  if (isFirst) world.traffic.keep({ ...message, tapped: [...tapped, title] })
  return `${url}${url.includes('?') ? '&' : '?'}fbclid=${fbclid}`
}
