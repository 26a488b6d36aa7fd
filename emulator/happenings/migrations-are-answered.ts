import { noParams } from '../../contracts/shapes.ts'
import { happening } from '../happening.ts'
import { migrateAccount } from '../model/migrate-account.ts'

const nodes = { intent: 'WhatsAppBusinessAccountMigrationIntent' } as const

export const clientAcceptsMigration = happening(
  {
    name: 'client_accepts_migration',
    says: 'An admin of a client accepts that an account goes into, to another, or out of a Multi-Partner Solution',
    nodes,
    params: noParams,
    sources: ['migrating-among-solutions', 'migrating-off-solutions', 'adding-waba-to-mps'],
  },
  ({ nodes: { intent }, world, notify, refuse }) => {
    if (intent.status !== 'INITIATED') return refuse(`the intent ${intent.id} is ${intent.status}`)
    const solution = world.get('WhatsAppBusinessSolution', intent.solutionId)
    if (solution && solution.status !== 'ACTIVE') return refuse(`the solution ${solution.name} is ${solution.status}`)
    return { account: migrateAccount(world, intent, notify).id }
  },
)

export const clientRejectsMigration = happening(
  {
    name: 'client_rejects_migration',
    says: 'An admin of a client declines a migration; nobody is told, and the account stays as it is',
    nodes,
    params: noParams,
    sources: ['openapi: getMigrationIntentDetails', 'migrating-among-solutions'],
  },
  ({ nodes: { intent }, world, refuse }) => {
    if (intent.status !== 'INITIATED') return refuse(`the intent ${intent.id} is ${intent.status}`)
    world.put({ ...intent, status: 'REJECTED' })
    return undefined
  },
)

export const migrationIsConfirmed = happening(
  {
    name: 'migration_is_confirmed',
    says: 'Nobody answered for 90 days: an account that is to be added to a solution is added',
    nodes,
    params: noParams,
    internal: true,
    sources: ['adding-waba-to-mps'],
  },
  ({ nodes: { intent }, world, notify }) => {
    const solution = world.get('WhatsAppBusinessSolution', intent.solutionId)
    if (intent.status === 'INITIATED' && solution?.status === 'ACTIVE') migrateAccount(world, intent, notify)
    return undefined
  },
)
