import type { World } from '../world/world.ts'

const PREFIX = 'wamid.'

/**
 * The id of a new message: `wamid.` and in base64 the digits of the customer and hexadecimal digits of the message, each
 * with its length before it, in the layout read off live ids. `out`: sent by a business.
 * @see sources send-marketing-messages: response, openapi: webhooks
 */
export function wamid(world: World, digits: string, direction: 'in' | 'out' = 'out'): string {
  const isOut = direction === 'out'
  // What phones make begins with 3A and is longer.
  const id = isOut ? world.ids.message(18) : `3A${world.ids.message(18)}`
  const length = String.fromCharCode(id.length)
  const bytes = `\x1c\x18${String.fromCharCode(digits.length)}${digits}\x15\x02\x00${isOut ? '\x11' : '\x12'}\x18${length}${id}\x00`
  return PREFIX + Buffer.from(bytes, 'latin1').toString('base64')
}

/** Whether a text is shaped like the id of a message. */
export function isWamid(text: string): boolean {
  if (!text.startsWith(PREFIX)) return false
  const bytes = Buffer.from(text.slice(PREFIX.length), 'base64')
  const numberEnds = 3 + (bytes[2] ?? 0)
  return bytes[0] === 0x1c && bytes[1] === 0x18 && bytes[numberEnds] === 0x15 && bytes.length > numberEnds + 6
}
