import { noParams } from '../../contracts/shapes.ts'
import { type Happening, happening } from '../happening.ts'
import { putNumber, sentPaidMessage } from '../model/phone-number.ts'
import { hours } from '../model/time.ts'
import type { PhoneNumber } from '../world/number.ts'

const nodes = { phone: 'WhatsAppBusinessAccountToNumberCurrentStatus' } as const

/** How long a number is held back is not said: a day is assumed. */
const SPAM = hours(24)

export const numberIsFlaggedAsSpam = happening(
  {
    name: 'number_is_flagged_as_spam',
    says: 'Many people block or report a number: for a day its messages are refused (131048)',
    nodes,
    params: noParams,
    sources: ['error-codes: 131048'],
  },
  ({ nodes: { phone }, world, now }) => {
    world.put({ ...phone, spamUntil: now + SPAM })
    return { until: now + SPAM }
  },
)

type Status = PhoneNumber['status']
/** What Meta does with a number: what it must be for it, and what it is then. No page documents a webhook for these. */
const MOVES: readonly [name: string, says: string, to: Status, from: readonly Status[]][] = [
  ['number_is_banned', 'Meta bans a number: it is disconnected for good', 'BANNED', ['CONNECTED', 'RESTRICTED']],
  ['number_is_restricted', 'Meta restricts a number for a while: it cannot send', 'RESTRICTED', ['CONNECTED']],
  ['number_is_reinstated', 'Meta gives a banned or restricted number back', 'CONNECTED', ['BANNED', 'RESTRICTED']],
]

export const numbersMove: readonly Happening[] = MOVES.map(([name, says, to, from]) =>
  happening(
    { name, says, nodes, params: noParams, sources: ['phone-numbers: Status', 'openapi: WhatsAppPhoneNumberStatus'] },
    ({ nodes: { phone }, world, refuse }) => {
      if (!from.includes(phone.status)) return refuse(`${phone.display_phone_number} is ${phone.status}`)
      putNumber(world, { ...phone, status: to })
      return undefined
    },
  ),
)

export const numberIsDeleted = happening(
  {
    name: 'number_is_deleted',
    says: 'An admin deletes a number in WhatsApp Manager; not one that sent paid messages within 30 days',
    nodes,
    params: noParams,
    sources: ['phone-numbers: Deleting business phone numbers', 'error-codes: 133015'],
  },
  ({ nodes: { phone }, world, now, refuse }) => {
    if (phone.status === 'DELETED') return refuse(`${phone.display_phone_number} is deleted already`)
    if (sentPaidMessage(world, phone)) return refuse('it sent a paid message within the last 30 days')
    putNumber(world, { ...phone, status: 'DELETED', deletedAt: now })
    return undefined
  },
)
