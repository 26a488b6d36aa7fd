import type { Effects } from '../effects.ts'
import type {
  Application,
  MigrationIntent,
  WhatsAppBusinessAccount,
  WhatsAppBusinessSolution,
} from '../world/entities.ts'
import type { World } from '../world/world.ts'
import { days } from './time.ts'

/** After so long an account that is to be added to a solution is added, whether its owner answered or not. @see sources adding-waba-to-mps */
const ANSWER_BY = days(90)

/** The intent of an account that its owner has not answered. */
export function openMigrationOf(world: World, account: WhatsAppBusinessAccount): MigrationIntent | undefined {
  return world
    .list('WhatsAppBusinessAccountMigrationIntent')
    .find(({ wabaId, status }) => wabaId === account.id && status === 'INITIATED')
}

export function activeSolutionOf(world: World, account: WhatsAppBusinessAccount): WhatsAppBusinessSolution | undefined {
  const solution = world.get('WhatsAppBusinessSolution', account.solutionId)
  return solution?.status === 'ACTIVE' ? solution : undefined
}

/** Asks the owner of an account: a request in Business settings, and a letter to the admins. */
export function askForMigration(
  { world, later, mail }: Pick<Effects, 'later' | 'mail'> & { readonly world: World },
  account: WhatsAppBusinessAccount,
  solutionId: string | undefined,
  app: Application,
): MigrationIntent {
  const intent = world.put({
    nodeType: 'WhatsAppBusinessAccountMigrationIntent',
    id: world.ids.next(),
    status: 'INITIATED',
    wabaId: account.id,
    appId: app.id,
    ...(solutionId && { solutionId }),
  } satisfies MigrationIntent)
  const admins = world.list('User').filter((user) => user.adminOf === account.ownerId)
  mail({
    to: admins.map(({ email }) => email),
    business: account.ownerId,
    kind: 'migration',
    subject: `${world.need('Business', app.businessId).name} asks to migrate ${account.name}`,
    request: intent.id,
  })
  const isAdded = solutionId !== undefined && !activeSolutionOf(world, account)
  if (isAdded) later(ANSWER_BY, 'migration_is_confirmed', { intent: intent.id })
  return intent
}
