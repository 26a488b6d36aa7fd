import { createWhatsAppBusinessAccountPhoneNumber as contract } from '../../contracts/operations/create-phone-number.ts'
import { NotBuilt } from '../failure.ts'
import { type Context, implement } from '../implement.ts'
import { digitsOf } from '../model/digits.ts'
import { numberCapOf } from '../model/messaging-limit.ts'
import { moveNumber, numberToMove } from '../model/move-number.ts'
import { internationalDigits, newNumber, shownAs } from '../model/new-number.ts'
import { isForbidden, lockOf } from '../model/restrictions.ts'

export const createWhatsAppBusinessAccountPhoneNumber = implement(contract, (call) => {
  const { node, params, world, now, fail } = call
  if (params.preverified_id !== undefined) throw new NotBuilt('the parameter preverified_id')
  const lock = lockOf(node, now)
  if (lock) fail('account_blocked_for_policy', lock.why)
  if (isForbidden(node, 'RESTRICTED_ADD_PHONE_NUMBER_ACTION', now)) {
    fail('account_blocked_for_policy', `the account ${node.id} is not allowed to add numbers`)
  }
  const digits = internationalDigits(params.cc, params.phone_number)
  if (!digits) return fail('number_format_invalid', `'${params.cc ?? ''} ${params.phone_number}' is no E.164 number`)
  const name = params.verified_name
  if (params.migrate_phone_number) return { id: migrate(call, digits) }
  if (name === undefined) return fail('parameter_required', 'a new number needs a name', { param: 'verified_name' })
  checkFree(call, digits)
  return { id: world.put(newNumber(world, node.id, shownAs(digits), name)).id }
})

/** A number goes where a migration that its owner accepted goes; other migrations are not built. */
function migrate({ node, world, fail }: Context<typeof contract>, digits: string): string {
  const number = numberToMove(world, node.id, digits)
  if (!number) throw new NotBuilt('the parameter migrate_phone_number without a migration that was accepted')
  if (number.pin !== undefined) {
    fail('number_two_step_on', `two-step verification of ${number.id} is on: turn it off in WhatsApp Manager`)
  }
  return moveNumber(world, number, node.id).id
}

function checkFree({ node, world, fail }: Context<typeof contract>, digits: string): void {
  const all = world.list('WhatsAppBusinessAccountToNumberCurrentStatus').filter(({ status }) => status !== 'DELETED')
  const same = all.find((number) => digitsOf(number.display_phone_number) === digits)
  if (same?.accountId === node.id) fail('number_listed_already', `${same.id} of this account is +${digits}`)
  if (same) fail('number_taken', `+${digits} is the number ${same.id} of another account`)
  const owner = world.need('Business', node.ownerId)
  const own = all.filter(({ accountId }) => world.need('WhatsAppBusinessAccount', accountId).ownerId === owner.id)
  const cap = numberCapOf(owner)
  if (own.length >= cap)
    fail('number_limit_reached', `${owner.name} has ${own.length} numbers of ${cap} that it may have`)
}
