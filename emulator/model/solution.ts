import {
  type SolutionMove,
  type SolutionState,
  solutionMoves,
  solutionStates,
} from '../../contracts/lifecycles/solution.ts'
import { givenTasks } from '../../contracts/nodes/whats-app-business-solution.ts'
import type { Effects } from '../effects.ts'
import type { Application, SolutionPartner, WhatsAppBusinessSolution } from '../world/entities.ts'
import type { World } from '../world/world.ts'

type Notify = Effects['notify']

/** What somebody decides about a solution. */
export interface SolutionWish {
  readonly name: string
  readonly ownerAppId: string
  readonly partnerAppId: string
  /** What the two may do beyond what both may: MESSAGING. */
  readonly owner: readonly string[]
  readonly partner: readonly string[]
}

/** Puts a new solution into the world, under an id where it has one already. */
export function makeSolution(
  world: World,
  { name, ownerAppId, partnerAppId, owner, partner }: SolutionWish,
  state: SolutionState,
  id: string = world.ids.next(),
): WhatsAppBusinessSolution {
  const { status, pending, partner: side } = solutionStates[state]
  world.put({
    nodeType: 'WhatsAppBusinessSolutionPartner',
    id: world.ids.next(),
    status: side,
    partner_permissions: withGiven(partner),
    appId: partnerAppId,
    solutionId: id,
  } satisfies SolutionPartner)
  return world.put({
    nodeType: 'WhatsAppBusinessSolution',
    id,
    name,
    status,
    status_for_pending_request: pending,
    owner_permissions: withGiven(owner),
    ownerAppId,
    partnerAppId,
  } satisfies WhatsAppBusinessSolution)
}

/** Both have these without asking. @see sources openapi, multi-partner-solutions */
export function withGiven(tasks: readonly string[]): string[] {
  return [...new Set<string>([...givenTasks, ...tasks])]
}

/** What the webhook calls the state of a solution. */
export function stateOf({ status, status_for_pending_request }: WhatsAppBusinessSolution): SolutionState {
  return status === 'ACTIVE' && status_for_pending_request === 'PENDING_DEACTIVATION' ? 'PENDING_DEACTIVATION' : status
}

export function partnerOf(world: World, solution: WhatsAppBusinessSolution): SolutionPartner {
  const found = world.list('WhatsAppBusinessSolutionPartner').find(({ solutionId }) => solutionId === solution.id)
  if (!found) throw new Error(`the solution ${solution.id} has no partner`)
  return found
}

/** Moves a solution where it may go, and tells both partners. The caller has seen to it that it may. */
export function moveSolution(
  world: World,
  notify: Notify,
  solution: WhatsAppBusinessSolution,
  move: SolutionMove,
): WhatsAppBusinessSolution {
  const { status, pending, partner } = solutionStates[solutionMoves[move].to]
  world.put({ ...partnerOf(world, solution), status: partner })
  const moved = world.put({ ...solution, status, status_for_pending_request: pending })
  tellOfSolution(world, notify, 'SOLUTION_UPDATED', moved)
  return moved
}

/**
 * Tells each partner, with its own business in `entry.id`. Of a draft only the owner hears: assumed, as its partner was
 * not asked yet. @see sources partner-solutions-webhook
 */
export function tellOfSolution(
  world: World,
  notify: Notify,
  event: 'SOLUTION_CREATED' | 'SOLUTION_UPDATED',
  solution: WhatsAppBusinessSolution,
): void {
  const [owner = '', partner = ''] = businessesOf(world, solution)
  const to = solution.status === 'DRAFT' ? [owner] : [...new Set([owner, partner])]
  const value = { event, solution_id: solution.id, solution_status: stateOf(solution) }
  notify({ field: 'partner_solutions', to, entry: 'business', value })
}

/** The businesses of both partners, the owner first. */
export function businessesOf(world: World, { ownerAppId, partnerAppId }: WhatsAppBusinessSolution): string[] {
  return [ownerAppId, partnerAppId].map((id) => world.need('Application', id).businessId)
}

/** Whether an app is one of the two of a solution. */
export function takesPart({ ownerAppId, partnerAppId }: WhatsAppBusinessSolution, app: Application): boolean {
  return [ownerAppId, partnerAppId].includes(app.id)
}

/** Whether calls answer objects instead of `{success: true}`. @see ruling solution-replies */
export function isRich(world: World): boolean {
  return world.rulings['solution-replies'] === 'openapi'
}
