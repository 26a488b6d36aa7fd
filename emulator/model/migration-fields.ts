import type { MigrationIntent } from '../world/entities.ts'
import type { World } from '../world/world.ts'

/** What the node of a migration shows. The description has neither the solution nor the new account. @see ruling migration-intent-shape */
export const migrationFields = {
  solution: (node: MigrationIntent, world: World) => (isBare(world) ? undefined : node.solutionId),
  destination_waba: (node: MigrationIntent, world: World) => {
    const account = world.get('WhatsAppBusinessAccount', node.destinationId)
    if (!account || isBare(world)) return undefined
    const { id, name, currency, timezone_id, message_template_namespace } = account
    return { id, name, currency, timezone_id, business_type: 'ent', message_template_namespace }
  },
}

const isBare = (world: World): boolean => world.rulings['migration-intent-shape'] === 'openapi'
