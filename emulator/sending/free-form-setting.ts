import type { freeFormErrors } from '../../contracts/message-types.ts'
import type { Rulings } from '../../contracts/rulings.ts'
import type { Fail } from '../failure.ts'

export type FailFreeForm = Fail<
  (typeof freeFormErrors)[number] | 'message_parameter_missing' | 'message_parameter_wrong' | 'message_media_unknown'
>

/** What a check of a message has to know of the world it is sent in. */
export interface FreeFormSetting {
  readonly rulings: Rulings
  /** Whether a media id is one of the sender's; absent: every id is taken. */
  readonly hasMedia?: (id: string) => boolean
}
