import { inCurrency, priceOf, rounded } from '../model/price.ts'
import type { Message } from '../world/message.ts'
import type { World } from '../world/world.ts'

/**
 * What a message costs that arrives now, in the currency of its account: the rate of its category where its recipient is,
 * and with a max price no more than that.
 * @see sources mm-pricing, pricing-guide
 */
export function costOf(world: World, message: Message): number {
  if (message.free) return 0
  const { currency } = world.need('WhatsAppBusinessAccount', message.accountId)
  const rate = inCurrency(priceOf(world, message.country, message.category, world.now), currency)
  return message.maxPrice === undefined ? rate : rounded(Math.min(rate, message.maxPrice))
}
