import { LEGACY_PROTOCOL } from '../contracts/versions.ts'
import type { PlacedCall } from './call.ts'
import { fail, NotBuilt } from './failure.ts'

/** @throws Failure date_format_gone; NotBuilt where Graph still has it */
export function checkDateFormat(call: PlacedCall): void {
  if (call.params.date_format === undefined) return
  if (call.legacy) throw new NotBuilt('the parameter date_format')
  fail('date_format_gone', `date_format ended with ${LEGACY_PROTOCOL.until}`)
}
