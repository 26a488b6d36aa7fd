import type { World } from '../world/world.ts'

/**
 * The id of a message: `wamid.` and in base64 the digits of the person and an id of the message, in the layout read off
 * live ids. `out`: sent by a business.
 * @see sources send-marketing-messages: response
 */
export function wamid(world: World, digits: string, direction: 'in' | 'out' = 'out'): string {
  const [mark, length] = direction === 'out' ? ['\x11', 18] : ['\x12', 20]
  const id = world.ids.message(length)
  const bytes = `\x1c\x18${String.fromCharCode(digits.length)}${digits}\x15\x02\x00${mark}\x18${String.fromCharCode(length)}${id}\x00`
  return `wamid.${Buffer.from(bytes, 'latin1').toString('base64')}`
}
