import { setSolutionMigrationIntent as contract } from '../../contracts/operations/set-solution-migration-intent.ts'
import { type Context, implement } from '../implement.ts'
import { activeSolutionOf, askForMigration, openMigrationOf } from '../model/migration.ts'
import { checkNumeric } from '../model/numeric.ts'
import { businessesOf } from '../model/solution.ts'

type Call = Context<typeof contract>

export const setSolutionMigrationIntent = implement(contract, (call) => {
  const { node, world } = call
  checkCaller(call)
  const target = destinationOf(call)
  const open = openMigrationOf(world, node)
  if (isRich(call)) return rich(call, target)
  if (open && open.solutionId !== target) {
    call.fail('migration_state_invalid', `the account has the intent ${open.id}, which nobody has answered`)
  }
  return { id: (open ?? askForMigration(call, node, target, call.session.app)).id }
})

const isRich = ({ world }: Call): boolean => world.rulings['migration-intent-shape'] === 'openapi'

/** As the description has it: one call that asks, plans, confirms and takes back. */
function rich(call: Call, target: string | undefined) {
  const { node, params, session, world, fail } = call
  const { migration_intent: wish, scheduled_migration_time: time } = params
  if (!wish) fail('parameter_required', 'the OpenAPI description wants it', { param: 'migration_intent' })
  const open = openMigrationOf(world, node)
  const isNew = wish === 'INITIATE_MIGRATION' || wish === 'SCHEDULE_MIGRATION'
  if (!open && !isNew) return fail('migration_state_invalid', `${wish} needs an intent that nobody has answered`)
  const intent = open ?? askForMigration(call, node, target, session.app)
  if (wish === 'CANCEL_MIGRATION') world.put({ ...intent, status: 'REJECTED' })
  const { [wish as NonNullable<typeof wish>]: status } = ANSWERS
  return {
    success: true as const,
    migration_intent_id: intent.id,
    status,
    ...(time !== undefined && { estimated_completion_time: time }),
  }
}

/** The description shows the first and the last; the client still has to accept: assumed. */
const ANSWERS = {
  INITIATE_MIGRATION: 'PENDING',
  CONFIRM_MIGRATION: 'PENDING',
  CANCEL_MIGRATION: 'REJECTED',
  SCHEDULE_MIGRATION: 'SCHEDULED',
} as const

function checkCaller({ node, session, world, fail }: Call): void {
  const { businessId } = session.app
  if (node.sharedWith.includes(businessId)) return
  const owner = world.need('Business', node.ownerId).name
  fail('migration_forbidden', `${owner} does not share the account with the business of the app: it was not onboarded`)
}

/** The solution that the account goes to; undefined: out of the one that it is in. */
function destinationOf(call: Call): string | undefined {
  const { node, params, session, world, fail } = call
  const id = (isRich(call) ? params.target_solution_id : undefined) ?? params.solution_id
  if (id !== undefined) return checkSolution(call, id)
  if (params.app_id === undefined) {
    return fail('parameter_required', 'neither solution_id nor app_id was sent', { param: 'solution_id' })
  }
  if (world.get('Application', params.app_id)?.businessId !== session.app.businessId) {
    fail('migration_forbidden', `app_id ${params.app_id} is no app of the caller's business`)
  }
  if (!activeSolutionOf(world, node)) fail('migration_state_invalid', 'the account is in no solution to be taken off')
  return undefined
}

function checkSolution({ node, session, world, fail }: Call, id: string): string {
  checkNumeric('solution_id', id, fail)
  const solution = world.get('WhatsAppBusinessSolution', id)
  if (!solution) return fail('account_or_solution_missing', `no solution has the id ${id}`)
  const { businessId } = session.app
  if (!businessesOf(world, solution).includes(businessId)) {
    fail('migration_forbidden', `the business of the app takes no part in the solution ${id}`)
  }
  if (solution.status !== 'ACTIVE') fail('migration_state_invalid', `the solution ${id} is ${solution.status}`)
  const source = activeSolutionOf(world, node)
  if (source?.id === id) fail('migration_state_invalid', `the account is in the solution ${id} already`)
  if (source && !businessesOf(world, source).includes(businessId)) {
    fail('migration_state_invalid', `the account is in the active solution ${source.id} of others`)
  }
  return id
}
