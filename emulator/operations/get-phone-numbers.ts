import { getWhatsAppBusinessAccountPhoneNumbers as contract } from '../../contracts/operations/get-phone-numbers.ts'
import { implement } from '../implement.ts'
import { numbersOf } from '../model/phone-number.ts'

export const getWhatsAppBusinessAccountPhoneNumbers = implement(contract, ({ node, params, world }) => {
  const wanted = params.filtering ?? []
  const numbers = numbersOf(world, node.id).filter((number) =>
    wanted.every(({ value }) => number.account_mode === value),
  )
  const ascending = params.sort?.[0] === 'last_onboarded_time_ascending'
  return numbers.toSorted((a, b) => (ascending ? 1 : -1) * a.last_onboarded_time.localeCompare(b.last_onboarded_time))
})
