import { bodyDuties } from './duties/bodies.ts'
import { deliveryDuties } from './duties/delivery.ts'
import { eventDuties } from './duties/events.ts'
import { handshakeDuties } from './duties/handshake.ts'
import { loadDuties } from './duties/load.ts'
import { signatureDuties } from './duties/signature.ts'
import { wireDuties } from './duties/wire.ts'
import type { Duty } from './duty.ts'

/** What a webhook receiver owes, in the order in which it is tried: what others need comes first. */
export const duties: readonly Duty[] = [
  ...handshakeDuties,
  ...signatureDuties,
  ...bodyDuties,
  ...eventDuties,
  ...deliveryDuties,
  ...wireDuties,
  ...loadDuties,
]
