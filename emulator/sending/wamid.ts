import type { World } from '../world/world.ts'

/**
 * The id of a new message: `wamid.` and base64 of 1c 18, the customer's number, 15 02 00, 11 for what a business sent
 * or 12 for what a customer sent, 18, hexadecimal digits, 00; texts with their length before them.
 * @param digits the customer's number
 * @see sources send-marketing-messages, openapi: webhooks
 */
export function wamid(world: World, digits: string, direction: 'in' | 'out' = 'out'): string {
  const id = world.ids.mark()
  // What phones make begins with 3A and is longer.
  const text = direction === 'in' ? `3A${id}` : id
  const bytes = [
    [0x1c, 0x18, digits.length],
    Buffer.from(digits, 'latin1'),
    [0x15, 0x02, 0x00, direction === 'in' ? 0x12 : 0x11, 0x18, text.length],
    Buffer.from(text, 'latin1'),
    [0x00],
  ]
  return PREFIX + Buffer.concat(bytes.map((part) => Buffer.from(part))).toString('base64')
}

/** Whether a text is shaped like the id of a message. */
export function isWamid(text: string): boolean {
  if (!text.startsWith(PREFIX)) return false
  const bytes = Buffer.from(text.slice(PREFIX.length), 'base64')
  const numberEnds = 3 + (bytes[2] ?? 0)
  return bytes[0] === 0x1c && bytes[1] === 0x18 && bytes[numberEnds] === 0x15 && bytes.length > numberEnds + 6
}

const PREFIX = 'wamid.'
