import type { accountListParams } from '../../contracts/account-list.ts'
import type { Static } from '../../contracts/schema.ts'
import type { Fail } from '../failure.ts'
import type { WhatsAppBusinessAccount } from '../world/entities.ts'
import type { World } from '../world/world.ts'
import { isPartyTo } from './accounts.ts'
import { statusOfAccount } from './onboarding-status.ts'

type Params = Static<typeof accountListParams>
type Filter = NonNullable<Params['filtering']>[number]
type Test = (account: WhatsAppBusinessAccount, world: World, value: unknown) => boolean

/** What an edge that lists WABAs can be filtered by. @see sources manage-accounts, mm-onboarding, adding-waba-to-mps */
const tests: Readonly<Record<string, Test>> = {
  'marketing_messages_onboarding_status IN': (account, world, value) =>
    [value].flat().includes(statusOfAccount(world, account)),
  'creation_time GREATER_THAN': (account, _, value) => account.creation_time > Number(value),
  'creation_time LESS_THAN': (account, _, value) => account.creation_time < Number(value),
  'partners ALL': (account, _, value) => [value].flat().every((partner) => isPartyTo(account, String(partner))),
}

/**
 * Filters and sorts as the parameters ask.
 * @throws Failure parameter_invalid for a field with an operator that it does not have
 */
export function chosenAccounts(
  accounts: readonly WhatsAppBusinessAccount[],
  params: Params,
  world: World,
  fail: Fail<'parameter_invalid'>,
): readonly WhatsAppBusinessAccount[] {
  const wanted = (params.filtering ?? []).map((filter) => ({ test: testOf(filter, fail), value: filter.value }))
  const kept = accounts.filter((account) => wanted.every(({ test, value }) => test(account, world, value)))
  if (!params.sort) return kept
  const direction = params.sort === 'creation_time_ascending' ? 1 : -1
  return kept.toSorted((a, b) => direction * (a.creation_time - b.creation_time))
}

function testOf({ field, operator, value }: Filter, fail: Fail<'parameter_invalid'>): Test {
  const test = tests[`${field} ${operator}`]
  if (field === 'creation_time' && Number.isNaN(Number(value))) {
    fail('parameter_invalid', 'the value for creation_time is no number of seconds')
  }
  if (test) return test
  const allowed = Object.keys(tests).join(', ')
  return fail('parameter_invalid', `filtering has ${field} ${operator}; allowed are ${allowed}`)
}
