import { type EventError, messagingEvents } from '../../contracts/conversion-events.ts'
import type { Fail } from '../failure.ts'
import type { Dataset } from '../world/dataset.ts'
import type { World } from '../world/world.ts'
import type { ConversionEvent } from './conversion-event.ts'

type FailHere = Fail<EventError | 'parameter_required'>

export const isMessaging = ({ action_source }: ConversionEvent): boolean => action_source === 'business_messaging'

/**
 * Whether the events of chats are such: first their names, then the account and the tap on the ad, then whose dataset it is.
 * The only ad clicks that a world knows are those with which customers wrote.
 * @throws Failure an error of `eventErrors`, parameter_required
 * @see sources capture-messaging-event-name
 */
export function checkMessagingEvents(
  world: World,
  dataset: Dataset,
  events: readonly ConversionEvent[],
  fail: FailHere,
): void {
  for (const [at, event] of events.entries()) {
    if (!isMessaging(event)) continue
    checkName(event, `data[${at}]`, fail)
    checkClick(world, event, `data[${at}]`, fail)
    checkDataset(dataset, event, `data[${at}]['user_data']`, fail)
  }
}

function checkName({ event_name = '', messaging_channel }: ConversionEvent, where: string, fail: FailHere): void {
  if (!messagingEvents.includes(event_name)) {
    const why = `${where}['event_name'] is ${event_name}; those of chats are ${messagingEvents.join(', ')}`
    fail('messaging_event_name_invalid', why, { event: event_name })
  }
  const param = `${where}['messaging_channel']`
  if (!messaging_channel) fail('parameter_required', `${param} was not sent: whatsapp is one`, { param })
}

function checkClick(world: World, { user_data, messaging_channel }: ConversionEvent, at: string, fail: FailHere): void {
  const { whatsapp_business_account_id: waba, page_id, ctwa_clid } = user_data
  const where = `${at}['user_data']`
  if (!waba && !page_id)
    fail('messaging_account_missing', `${where} has neither whatsapp_business_account_id nor page_id`)
  if (messaging_channel !== 'whatsapp') return
  if (!ctwa_clid) fail('messaging_click_missing', `${where} has no ctwa_clid`)
  const click = world.traffic.adClicks.get(ctwa_clid)
  if (!click || (waba && click.accountId !== waba)) {
    const how = 'customer_sends_message with referral.ctwa_clid makes one'
    fail('messaging_click_unknown', `${where}['ctwa_clid'] is of no customer who wrote to this account; ${how}`)
  }
}

/** A world has no pages. */
function checkDataset(dataset: Dataset, { user_data }: ConversionEvent, where: string, fail: FailHere): void {
  const { whatsapp_business_account_id: waba, page_id } = user_data
  if (page_id) fail('dataset_page_missing', `${where} has a page_id, and no page belongs to the dataset ${dataset.id}`)
  if (waba !== dataset.accountId) {
    const whose = dataset.accountId ? `of the account ${dataset.accountId}` : 'a pixel'
    fail('dataset_account_missing', `${where}['whatsapp_business_account_id'] is ${waba}, and the dataset is ${whose}`)
  }
}
