import type { ErrorDefinition } from '../contracts/errors/definition.ts'
import { errors } from '../contracts/errors.ts'
import type { PlacedCall } from './call.ts'
import { Failure } from './failure.ts'
import { type Aimed, errorFor, faultFor, useFault, wireFaultForAll } from './faults.ts'
import { authenticate } from './session.ts'
import { type ErrorFault, isErrorFault, type WireFault } from './world/fault.ts'
import type { World } from './world/world.ts'

/** What a call knows of the faults that it may meet. */
export interface Meeting {
  /** A part of a batch, of `ids=` or of `fields`: it has no wire of its own, and meets errors only. */
  readonly part?: true
  /** It is refused as a test asked for that. */
  injected?: true
  /** What happens to its answer on the way. */
  wire?: WireFault
}

/** A test asked that Graph does not answer, before the call has an effect: the connection is dropped, or its edge answers. */
export class Interrupted extends Error {
  readonly fault: WireFault

  constructor(fault: WireFault) {
    super('a test asked for this')
    this.fault = fault
  }
}

/**
 * Lets a call meet the oldest fault that is about it, which is then used up by one. An error that only a webhook tells is
 * answered, for the message that the call sends.
 * @throws Failure the error that was asked for; Interrupted
 */
export function meetFault(world: World, aimed: Aimed, meeting: Meeting): ErrorFault | undefined {
  const fault = meeting.part ? errorFor(world, aimed) : faultFor(world, aimed)
  if (!fault) return undefined
  if (!isErrorFault(fault)) return meetOnWire(world, fault, meeting)
  const { webhook }: ErrorDefinition = errors[fault.error]
  if (webhook && aimed.contract.sends) return fault
  useFault(world, fault)
  meeting.injected = true
  throw new Failure(fault.error, 'a test asked for this error: a fault of the world', fault.params)
}

/** The same for several calls in one, once their token is known to be good. @throws Interrupted, Failure */
export function meetFaultForAll(call: PlacedCall, world: World, meeting: Meeting): void {
  const fault = world.faults.length > 0 && !call.problem && wireFaultForAll(world)
  if (!fault) return
  authenticate(call, world)
  meetOnWire(world, fault, meeting)
}

function meetOnWire(world: World, fault: WireFault, meeting: Meeting): undefined {
  useFault(world, fault)
  meeting.wire = fault
  if ('page' in fault || ('drop' in fault && fault.drop === 'before')) throw new Interrupted(fault)
}
