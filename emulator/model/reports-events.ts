import type { World } from '../world/world.ts'

export function reportsEvents(_world: World, _businessId: string): boolean {
  return false
}
