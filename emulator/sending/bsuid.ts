import { memo } from '../memo.ts'
import type { World } from '../world/world.ts'
import { countryOf } from './numbers.ts'

/**
 * The business-scoped user id of a person: one per business, `CA.` (the country of the number) and 20 digits that follow
 * from the business and the number.
 * @see sources bsuid-webhooks
 */
export function bsuidOf(world: World, businessId: string, waId: string): string {
  const digits = tail(`${world.id}/${businessId}/${waId}`)
  return `${countryOf(waId)}.${digits}`
}

/** 20 digits that follow from a text: four turns of FNV-1a, which is no secret to keep. */
const tail = memo(10_000, (text) => {
  let digits = ''
  for (let turn = 0; digits.length < 20; turn += 1) {
    let hash = 0x811c9dc5 ^ turn
    for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
    digits += String(hash >>> 0)
      .padStart(10, '0')
      .slice(-7)
  }
  return `1${digits.slice(1, 20)}`
})
