import { text } from '../../contracts/shapes.ts'
import { happening } from '../happening.ts'
import { days } from '../model/time.ts'
import { secondsOf, tell } from '../sending/inbound.ts'
import { arrivedMessage } from '../sending/people.ts'
import { linkOf, tapLink } from '../sending/tap-link.ts'

/** Actions on older messages are not told. @see sources track-clicks */
const TOLD = days(7)

export const customerClicksLink = happening(
  {
    name: 'customer_clicks_link',
    says: 'A customer taps a link; told of messages of the Marketing Messages API for 7 days. Answers the click id, and the address that opens with its fbclid',
    nodes: {},
    params: {
      type: 'object',
      properties: {
        message: text,
        component: { enum: ['cta', 'body'] },
        button: {
          type: ['string', 'integer'],
          description: 'Which link of a template: the title of its button, or its place among the links, from 0',
        },
        product_id: text,
      },
      required: ['message'],
    },
    sources: ['track-clicks'],
  },
  ({ params, world, now, notify, refuse }) => {
    const { component = 'cta', button = 0, product_id } = params
    const { message, phone, waId } = arrivedMessage(world, params.message, refuse)
    const link = component === 'cta' ? linkOf(world, message, button, refuse) : undefined
    const id = world.ids.message(18)
    const trackingToken = world.ids.letters(`tracking/${id}`, 40)
    // Meta adds it to the link; conversions come back with it.
    const fbclid = `IwAR${world.ids.letters(`fbclid/${id}`, 57)}`
    world.traffic.clicks.keep({ id, messageId: message.id, component, trackingToken, fbclid, waId, at: now })
    const url = link && tapLink(world, message, link, fbclid)
    const isTold = message.category === 'marketing_lite' && now - message.at <= TOLD
    if (isTold) {
      const data = { tracking_token: trackingToken, click_component: component, click_id: id }
      const action = {
        action_type: 'marketing_messages_link_click',
        timestamp: secondsOf(now),
        marketing_messages_link_click_data: { ...data, ...(product_id !== undefined && { product_id }) },
      }
      tell({ world, notify, phone }, { user_actions: [action] })
    }
    return { click_id: id, told: isTold, fbclid, ...(url !== undefined && { url }) }
  },
)

export const customerViewsLandingPage = happening(
  {
    name: 'customer_views_landing_page',
    says: 'The page behind a link that a customer tapped opens in WhatsApp',
    nodes: {},
    params: { type: 'object', properties: { click_id: text }, required: ['click_id'] },
    sources: ['track-clicks', 'meta-cloud-api-sdk'],
  },
  ({ params, world, now, notify, refuse }) => {
    const click = world.traffic.clicks.get(params.click_id)
    const message = click && world.traffic.messages.get(click.messageId)
    if (!click || !message) {
      return refuse(`with.click_id: '${params.click_id}' is no click; customer_clicks_link makes one`)
    }
    const isTold = message.category === 'marketing_lite' && now - message.at <= TOLD
    if (isTold) {
      const action = {
        action_type: 'landing_page_view',
        timestamp: secondsOf(now),
        marketing_messages_link_click_data: { tracking_token: click.trackingToken, click_id: click.id },
      }
      const phone = world.need('WhatsAppBusinessAccountToNumberCurrentStatus', message.phoneId)
      tell({ world, notify, phone }, { user_actions: [action] })
    }
    return { told: isTold }
  },
)
