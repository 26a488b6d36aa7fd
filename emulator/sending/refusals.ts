import type { marketingRefusals, sendRefusals } from '../../contracts/send-errors.ts'
import type { Fail } from '../failure.ts'

type Every = (typeof sendRefusals)[number] | 'parameter_value' | 'parameter_required'

/** Ends a send that goes either way. */
export type RefuseSend = Fail<Every>
/** Ends a send to /marketing_messages. */
export type RefuseMarketing = Fail<Every | (typeof marketingRefusals)[number]>
