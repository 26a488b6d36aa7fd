import { isIn, LEGACY_PROTOCOL } from '../contracts/versions.ts'
import type { PlacedCall } from './call.ts'
import { fail, NotBuilt } from './failure.ts'
import type { World } from './world/world.ts'

/** Whether the call is of the time before v26.0 took `ids`, ETags, `pretty`, `debug` and `date_format` away. */
export function hasLegacyProtocol({ version }: PlacedCall, world: World): boolean {
  const today = new Date(world.graphNow).toISOString().slice(0, 10)
  return isIn({ until: LEGACY_PROTOCOL.until }, version) && today < LEGACY_PROTOCOL.lastDay
}

/** @throws Failure date_format_gone; NotBuilt where Graph still has it */
export function checkDateFormat(call: PlacedCall, world: World): void {
  if (call.params.date_format === undefined) return
  if (hasLegacyProtocol(call, world)) throw new NotBuilt('the parameter date_format')
  fail('date_format_gone', `date_format ended with ${LEGACY_PROTOCOL.until}`)
}
