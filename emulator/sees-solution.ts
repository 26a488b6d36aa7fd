import { isPartyTo } from './model/accounts.ts'
import { businessesOf, takesPart } from './model/solution.ts'
import type { Session } from './session.ts'
import type { MigrationIntent, WhatsAppBusinessSolution } from './world/entities.ts'
import type { World } from './world/world.ts'

/** Both apps see a solution; of a draft the partner knows nothing: assumed, as it was not sent. */
export function seesSolution(solution: WhatsAppBusinessSolution, { app }: Session): boolean {
  return solution.status === 'DRAFT' ? solution.ownerAppId === app.id : takesPart(solution, app)
}

/** Whoever is party to the account that moves, and the partners of the solution that it goes to. */
export function seesMigration(node: MigrationIntent, businessId: string, world: World, { app }: Session): boolean {
  if (isPartyTo(world.need('WhatsAppBusinessAccount', node.wabaId), businessId)) return true
  const solution = world.get('WhatsAppBusinessSolution', node.solutionId)
  return solution !== undefined && businessesOf(world, solution).includes(app.businessId)
}
