import type { EventError } from '../../contracts/conversion-events.ts'
import { text } from '../../contracts/shapes.ts'
import type { Fail } from '../failure.ts'
import { happening } from '../happening.ts'
import { hashOf } from '../model/attribution.ts'
import type { ConversionEvent } from '../model/conversion-event.ts'
import { takeEvents } from '../model/conversions.ts'
import { checkEvents } from '../model/event-checks.ts'
import { personOf } from '../sending/people.ts'
import type { WhatsAppBusinessAccount } from '../world/entities.ts'
import type { World } from '../world/world.ts'

export const customerConverts = happening(
  {
    name: 'customer_converts',
    says: 'A customer buys something, or does what else counts as a conversion: what the pixel of the business would tell of it. Answers what it counts for, or why for nothing',
    nodes: {},
    params: {
      type: 'object',
      properties: {
        click_id: { ...text, description: 'The tap that led there; or customer and account' },
        customer: { ...text, description: 'Name of a person, or a number with its country code' },
        account: { ...text, description: 'Of which business: an account of it' },
        event_name: text,
        value: { type: 'number' },
        currency: { ...text, description: 'That of the account where absent' },
        source: { enum: ['website', 'app'] },
      },
      required: ['event_name'],
    },
    sources: ['measure-conversion'],
  },
  ({ params, world, now, refuse }) => {
    const { event_name, value, source: action_source = 'website' } = params
    const { account, user_data } = wherefrom(world, params, refuse)
    const { currency = account.currency } = params
    const custom_data = { currency, ...(value !== undefined && { value }) }
    const event = { event_name, event_time: Math.floor(now / 1000), action_source, user_data, custom_data }
    const fail: Fail<EventError> = (name, ...[why]) => refuse(`with: ${name}: ${why}`)
    checkEvents([event], now, fail)
    const [outcome] = takeEvents(world, { datasetId: '', businessId: account.ownerId }, [event])
    if (!outcome || 'why' in outcome) return outcome
    const { counter, templateId: template, clickId } = outcome
    return { counter, template, ...(clickId !== undefined && { click_id: clickId }) }
  },
)

/** Who converts, as a pixel names them, and at whose business. */
function wherefrom(
  world: World,
  { click_id, customer, account: name }: { click_id?: string; customer?: string; account?: string },
  refuse: (why: string) => never,
): { account: WhatsAppBusinessAccount; user_data: ConversionEvent['user_data'] } {
  if (click_id !== undefined) {
    const click = world.traffic.clicks.get(click_id)
    const message = click && world.traffic.messages.get(click.messageId)
    if (!click || !message) return refuse(`with.click_id: '${click_id}' is no click; customer_clicks_link makes one`)
    const account = world.need('WhatsAppBusinessAccount', message.accountId)
    return { account, user_data: { fbc: `fb.1.${click.at}.${click.fbclid}` } }
  }
  if (customer === undefined || name === undefined) return refuse('with: click_id, or customer and account, is needed')
  const account = world.get('WhatsAppBusinessAccount', world.idOf(name))
  if (!account) return refuse(`with.account: '${name}' is no account of the world ${world.id}`)
  return { account, user_data: { ph: hashOf(personOf(world, customer, refuse)) } }
}
