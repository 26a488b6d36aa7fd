import type { PhoneNumber } from '../world/number.ts'
import type { World } from '../world/world.ts'
import { digitsOf } from './digits.ts'
import { newNumber } from './new-number.ts'
import { numbersOf, putNumber } from './phone-number.ts'

/** The number of these digits that may come to an account, as the account was made by a migration. */
export function numberToMove(world: World, accountId: string, digits: string): PhoneNumber | undefined {
  const intent = world
    .list('WhatsAppBusinessAccountMigrationIntent')
    .find(({ destinationId, status }) => destinationId === accountId && status === 'ACCEPTED')
  const numbers = intent ? numbersOf(world, intent.wabaId) : []
  return numbers.find((number) => digitsOf(number.display_phone_number) === digits)
}

/**
 * Puts a number into the account that it moves to, verified: it only has to be registered. Until then the old one
 * works. That it gets a new id is assumed.
 * @see sources migrating-off-solutions
 */
export function moveNumber(world: World, number: PhoneNumber, accountId: string): PhoneNumber {
  const { display_phone_number: shown, verified_name, name_status, quality_rating } = number
  return world.put({
    ...newNumber(world, accountId, shown, verified_name),
    code_verification_status: 'VERIFIED',
    name_status,
    quality_rating,
    movedFrom: number.id,
  } satisfies PhoneNumber)
}

/**
 * A number that moved is registered: the old account has it no longer. The migration is COMPLETED with the last one:
 * assumed, the description has the value and no page says when it comes.
 */
export function endMove(world: World, { movedFrom }: PhoneNumber): void {
  const old = world.get('WhatsAppBusinessAccountToNumberCurrentStatus', movedFrom)
  if (!old || old.status === 'DELETED') return
  putNumber(world, { ...old, status: 'DELETED' })
  if (numbersOf(world, old.accountId).length > 0) return
  for (const intent of world.list('WhatsAppBusinessAccountMigrationIntent')) {
    if (intent.wabaId === old.accountId && intent.status === 'ACCEPTED') world.put({ ...intent, status: 'COMPLETED' })
  }
}
