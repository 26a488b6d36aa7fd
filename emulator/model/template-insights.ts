import { TEMPLATE_INSIGHTS_OF_UK_SINCE, templateInsightsHidden } from '../../contracts/geography.ts'
import type { Fail } from '../failure.ts'
import { countryOf } from '../sending/numbers.ts'
import type { WhatsAppBusinessAccount } from '../world/entities.ts'
import type { World } from '../world/world.ts'
import { dayNumber, utcDay } from './calendar.ts'
import { phonesOf } from './volume-points.ts'

/**
 * Whether an account may ask for the analytics of its templates: by where those are who have it, and its numbers, and
 * because it was opted in.
 * @throws Failure template_insights_unavailable, template_insights_not_enabled
 * @see sources waba-analytics: Limitations
 */
export function checkTemplateInsights(
  world: World,
  account: WhatsAppBusinessAccount,
  fail: Fail<'template_insights_unavailable' | 'template_insights_not_enabled'>,
): void {
  const { id, ownerId, sharedWith, onBehalfOfId } = account
  const parties = [ownerId, ...sharedWith, ...(onBehalfOfId === undefined ? [] : [onBehalfOfId])]
  for (const party of parties) {
    const { name, country } = world.need('Business', party)
    if (isHidden(world, country))
      fail('template_insights_unavailable', `${name}, which has the account, is in ${country}`)
  }
  for (const number of phonesOf(world, id, undefined).values()) {
    const country = countryOf(number)
    if (isHidden(world, country)) fail('template_insights_unavailable', `the number +${number} is one of ${country}`)
  }
  if (!account.is_enabled_for_insights) {
    fail('template_insights_not_enabled', `is_enabled_for_insights of the account ${id} is false`)
  }
}

function isHidden(world: World, country: string): boolean {
  if (country === 'GB') return utcDay(world.graphNow) < dayNumber(TEMPLATE_INSIGHTS_OF_UK_SINCE)
  return templateInsightsHidden.has(country)
}
