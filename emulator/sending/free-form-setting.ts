import type { Rulings } from '../../contracts/rulings.ts'
import type { Fail } from '../failure.ts'

/** The errors of a message that is no template, beyond those that any call can meet. */
export const freeFormErrors = [
  'message_type_unsupported',
  'message_parameter_missing',
  'message_parameter_wrong',
  'message_link_invalid',
  'message_media_unknown',
] as const

export type FailFreeForm = Fail<(typeof freeFormErrors)[number]>

/** What a check of a message has to know of the world it is sent in. */
export interface FreeFormSetting {
  readonly rulings: Rulings
  /** Whether a media id is one of the sender's; absent: every id is taken. */
  readonly hasMedia?: (id: string) => boolean
}
