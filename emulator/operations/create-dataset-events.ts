import { createDatasetEvents as contract } from '../../contracts/operations/create-dataset-events.ts'
import { lackOf } from '../authorize.ts'
import { type Context, implement } from '../implement.ts'
import { takeEvents } from '../model/conversions.ts'
import { ownerOfDataset } from '../model/dataset.ts'
import { checkEvents } from '../model/event-checks.ts'
import { checkMessagingEvents, isMessaging } from '../model/messaging-event-checks.ts'

type Call = Context<typeof contract>

export const createDatasetEvents = implement(contract, (call) => {
  const { node, params, world, now, note, fail } = call
  const { data, test_event_code } = params
  checkEvents(data, now, fail)
  checkMessagingEvents(world, node, data, fail)
  const businessId = ownerOfDataset(world, node)
  if (data.some(isMessaging)) checkPermission(call, businessId)
  if (test_event_code) note('test events are received and counted nowhere')
  else note(told(takeEvents(world, { datasetId: node.id, businessId }, data)))
  if (!test_event_code && !node.hasEvents && data.some(isOutside)) world.put({ ...node, hasEvents: true })
  return { events_received: data.length, messages: [], fbtrace_id: world.ids.latestTrace }
})

const isOutside = ({ action_source }: { action_source?: string }): boolean =>
  action_source === 'website' || action_source === 'app'

/** Events of chats are looked at before the permission for them. @see sources capture-messaging-event-name */
function checkPermission({ session, fail }: Call, businessId: string): void {
  const lacks = lackOf(session, 'whatsapp_business_manage_events', session.app.businessId !== businessId)
  if (lacks) fail('permission_missing', `events of business_messaging need ${lacks}`)
}

/** `2 of 3 events are counted; data[1]: …`, with why the first that is not is not. */
function told(outcomes: ReturnType<typeof takeEvents>): string {
  const left = outcomes.findIndex((outcome) => 'why' in outcome)
  const outcome = outcomes[left]
  const counted = outcomes.filter((one) => 'counter' in one).length
  const all = `${counted} of ${outcomes.length} ${outcomes.length === 1 ? 'event is' : 'events are'} counted`
  return outcome && 'why' in outcome ? `${all}; data[${left}]: ${outcome.why}` : all
}
