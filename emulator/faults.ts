import type { Fault } from './world/records.ts'
import type { World } from './world/world.ts'

/** The fault that the next call of an operation gets, if one was asked for. */
export function faultFor(world: World, operation: string): Fault | undefined {
  return world.faults.find((fault) => fault.operation === undefined || fault.operation === operation)
}

/** A fault has met a call: one less is left of it. */
export function useFault(world: World, fault: Fault): void {
  const at = world.faults.indexOf(fault)
  if (at < 0) return
  if (fault.times > 1) world.faults[at] = { ...fault, times: fault.times - 1 }
  else world.faults.splice(at, 1)
}
