import { text } from '../../contracts/shapes.ts'
import { happening } from '../happening.ts'
import { tell } from '../sending/inbound.ts'
import { writerTo } from '../sending/people.ts'
import { wamid } from '../sending/wamid.ts'

/** When Meta tells of it is documented nowhere, only what it looks like: so a tester says when. */
export const trackingEventIsTold = happening(
  {
    name: 'tracking_event_is_told',
    says: 'Meta tells of an event of a message by its click id; only the shape of the webhook is documented',
    nodes: { phone: 'WhatsAppBusinessAccountToNumberCurrentStatus' },
    params: { type: 'object', properties: { click_id: text, event_name: text }, required: ['click_id'] },
    sources: ['track-clicks: tracking_events sample'],
  },
  ({ nodes: { phone }, params, world, now, notify, refuse }) => {
    const { click_id, event_name = 'sent' } = params
    const click = world.traffic.clicks.get(click_id)
    if (!click) return refuse(`with.click_id: '${click_id}' is no click; customer_clicks_link makes one`)
    const tracking_data = { click_id, tracking_token: click.trackingToken }
    const events = [{ event_name, timestamp: Math.floor(now / 1000), tracking_data }]
    tell({ world, notify, phone }, { events }, 'tracking_events')
    return undefined
  },
)

export const automaticEventIsDetected = happening(
  {
    name: 'automatic_event_is_detected',
    says: 'Meta finds that a chat which an ad began led to a lead or a purchase',
    nodes: { phone: 'WhatsAppBusinessAccountToNumberCurrentStatus' },
    params: {
      type: 'object',
      properties: {
        from: text,
        event_name: { enum: ['LeadSubmitted', 'Purchase'] },
        ctwa_clid: text,
        currency: text,
        value: { type: 'number' },
      },
      required: ['from', 'event_name', 'ctwa_clid'],
    },
    sources: ['automatic-events'],
  },
  ({ nodes: { phone }, params, world, now, notify, refuse }) => {
    const { from, event_name, ctwa_clid, currency = 'USD', value = 0 } = params
    const waId = writerTo(world, phone, from, refuse)
    world.traffic.adClicks.keep({ id: ctwa_clid, accountId: phone.accountId })
    const id = wamid(world, waId, 'in')
    const custom = event_name === 'Purchase' && { custom_data: { currency, value } }
    const event = { id, event_name, timestamp: Math.floor(now / 1000), ctwa_clid, ...custom }
    tell({ world, notify, phone }, { automatic_events: [event] }, 'automatic_events')
    return undefined
  },
)
