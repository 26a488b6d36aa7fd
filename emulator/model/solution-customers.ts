import type { World } from '../world/world.ts'
import { businessesOf } from './solution.ts'
import { days } from './time.ts'

/** New customers that a Tech Provider may bring into a solution in a week. @see sources multi-partner-solutions */
export const MOST_NEW_CUSTOMERS = 200
const WINDOW = days(7)

/**
 * Why a customer cannot come into a solution now. Undefined: it can. What Graph says then is told nowhere, so whoever
 * brings the customer is refused; that a Tech Provider among the partners is enough is assumed.
 */
export function whyNoCustomer(world: World, solutionId: string | undefined, clientId: string): string | undefined {
  const solution = world.get('WhatsAppBusinessSolution', solutionId)
  if (!solution) return undefined
  const partners = businessesOf(world, solution).map((id) => world.need('Business', id))
  if (!partners.some(({ partner }) => partner === 'tech-provider')) return undefined
  const since = new Map<string, number>()
  for (const { ownerId, solutionId: in_, solutionSince } of world.list('WhatsAppBusinessAccount')) {
    if (in_ === solution.id && !since.has(ownerId)) since.set(ownerId, solutionSince ?? 0)
  }
  if (since.has(clientId)) return undefined
  const fresh = [...since.values()].filter((at) => at > world.now - WINDOW).length
  if (fresh < MOST_NEW_CUSTOMERS) return undefined
  return `${solution.name} has ${fresh} new customers within seven days, and a Tech Provider may bring no more`
}
