import { createWhatsAppBusinessAccountPhoneNumber as contract } from '../../contracts/operations/create-phone-number.ts'
import { NotBuilt } from '../failure.ts'
import { type Context, implement } from '../implement.ts'
import { digitsOf } from '../model/digits.ts'
import { numberCapOf } from '../model/messaging-limit.ts'
import { internationalDigits, newNumber, shownAs } from '../model/new-number.ts'
import { isForbidden, lockOf } from '../model/restrictions.ts'

export const createWhatsAppBusinessAccountPhoneNumber = implement(contract, (call) => {
  const { node, params, world, now, fail } = call
  if (params.preverified_id !== undefined) throw new NotBuilt('the parameter preverified_id')
  if (params.migrate_phone_number) throw new NotBuilt('the parameter migrate_phone_number')
  const lock = lockOf(node, now)
  if (lock) fail('account_blocked_for_policy', lock.why)
  if (isForbidden(node, 'RESTRICTED_ADD_PHONE_NUMBER_ACTION', now)) {
    fail('account_blocked_for_policy', `the account ${node.id} is not allowed to add numbers`)
  }
  const digits = internationalDigits(params.cc, params.phone_number)
  if (!digits) return fail('number_format_invalid', `'${params.cc ?? ''} ${params.phone_number}' is no E.164 number`)
  checkFree(call, digits)
  return { id: world.put(newNumber(world, node.id, shownAs(digits), params.verified_name)).id }
})

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
