import { appMessageTypes } from '../../contracts/app-data.ts'
import { flag, text } from '../../contracts/shapes.ts'
import { type HappeningContext, happening } from '../happening.ts'
import { useApp } from '../model/coexistence.ts'
import { digitsOf } from '../model/digits.ts'
import { tellOfContacts } from '../sending/app-data.ts'
import { secondsOf, tell } from '../sending/inbound.ts'
import { contentOf } from '../sending/inbound-content.ts'
import { personOf } from '../sending/people.ts'
import { wamid } from '../sending/wamid.ts'
import type { BusinessApp } from '../world/business-app.ts'

const nodes = { phone: 'WhatsAppBusinessAccountToNumberCurrentStatus' } as const
const contents = Object.fromEntries(
  appMessageTypes.map((type) => [type, { type: type === 'contacts' ? 'array' : 'object' }]),
)

type Using = Pick<
  HappeningContext<{ name: ''; says: ''; nodes: typeof nodes; params: object; sources: ['coexistence'] }>,
  'nodes' | 'refuse'
>

/** What the app has, of a number that is on the Cloud API as well: of others nobody is told. */
function appOf({ nodes: { phone }, refuse }: Using): BusinessApp {
  const isBoth = phone.is_on_biz_app && phone.status === 'CONNECTED' && phone.businessApp
  return isBoth || refuse(`${phone.display_phone_number} is not both in the WhatsApp Business app and on the Cloud API`)
}

// It is free, opens no window, and is no message of the Cloud API: nobody hears what becomes of it.
export const businessSendsMessageInApp = happening(
  {
    name: 'business_sends_message_in_app',
    says: 'A business writes to a customer with its WhatsApp Business app: its partner hears an echo',
    nodes,
    params: {
      type: 'object',
      properties: { to: { ...text, description: 'Name of a person, or a number with its country code' }, ...contents },
      required: ['to'],
    },
    sources: ['echoes-webhook', 'coexistence: Mirror new WhatsApp Business app messages'],
  },
  (call) => {
    const { params, world, now, later, notify, refuse } = call
    appOf(call)
    const phone = useApp(world, call.nodes.phone)
    const { to: person, ...given } = params as Readonly<Record<string, unknown>>
    const to = personOf(world, String(person), refuse)
    const content = contentOf({ world, later, phone, refuse }, given)
    const id = wamid(world, to)
    const head = { from: digitsOf(phone.display_phone_number), to, id, timestamp: secondsOf(now) }
    tell({ world, notify, phone }, { message_echoes: [{ ...head, ...content }] }, 'smb_message_echoes')
    return { message: id }
  },
)

export const businessEditsContact = happening(
  {
    name: 'business_edits_contact',
    says: 'A business adds, edits or removes (`removed`) a contact in its WhatsApp Business app',
    nodes,
    params: {
      type: 'object',
      properties: { contact: text, full_name: text, first_name: text, removed: flag },
      required: ['contact'],
    },
    sources: ['state-sync-webhook'],
  },
  (call) => {
    const { params, world, later, notify, refuse } = call
    const app = appOf(call)
    const { contact, full_name, first_name, removed = false } = params
    const phone_number = personOf(world, contact, refuse)
    const others = app.contacts.filter((one) => one.phone_number !== phone_number)
    if (removed && others.length === app.contacts.length) return refuse(`${phone_number} is no contact of the app`)
    if (!removed && !full_name) return refuse('with.full_name: what the contact is called is missing')
    const entry = { full_name: full_name ?? '', ...(first_name && { first_name }), phone_number }
    const phone = useApp(world, call.nodes.phone)
    const { unused: _, ...rest } = app
    world.put({ ...phone, businessApp: { ...rest, contacts: removed ? others : [...others, entry] } })
    tellOfContacts({ world, phone, later, notify }, [removed ? { phone_number } : entry], removed ? 'remove' : 'add')
    return undefined
  },
)
