import type { Fault } from './world/records.ts'
import type { World } from './world/world.ts'

/** The fault that the next call of an operation gets, if one was asked for; it is used up by it. */
export function takeFault(world: World, operation: string): Fault | undefined {
  if (world.faults.length === 0) return undefined
  const at = world.faults.findIndex((fault) => fault.operation === undefined || fault.operation === operation)
  const fault = world.faults[at]
  if (!fault) return undefined
  if (fault.times > 1) world.faults[at] = { ...fault, times: fault.times - 1 }
  else world.faults.splice(at, 1)
  return fault
}
