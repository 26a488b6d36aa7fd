import { envelope } from '../webhook-envelope.ts'
import { wireText } from '../wire-text.ts'
import { type Maker, secondsText } from './maker.ts'

/** The body of one change, as Meta writes it. */
export function bodyOf(maker: Maker, field: string, value: object): string {
  return wireText(envelope(maker.id(), maker.at, field, value))
}

/** What became of a message: the value of a change of `messages`. @see sources status-webhook */
export function statusValue(maker: Maker, status: string, message = maker.message(), at = maker.at): object {
  return { ...about(maker), statuses: [statusOf(maker, status, message, at)] }
}

export function statusOf(maker: Maker, status: string, message = maker.message(), at = maker.at): object {
  return {
    id: message,
    status,
    timestamp: secondsText(at),
    recipient_id: maker.number(),
    pricing: { billable: true, pricing_model: 'PMP', type: 'regular', category: 'marketing_lite' },
  }
}

/** A customer writes: the value of a change of `messages`. @see sources openapi: webhooks */
export function textValue(maker: Maker, body: string): object {
  const from = maker.number()
  const contacts = [{ profile: { name: 'Ada Juniper' }, wa_id: from, user_id: `US.${maker.id()}` }]
  return { ...about(maker), contacts, messages: [textOf(maker, body, from)] }
}

export function textOf(maker: Maker, body: string, from = maker.number()): object {
  return { from, id: maker.message(), timestamp: secondsText(maker.at), type: 'text', text: { body } }
}

/** What every value of `messages` begins with. */
export function about(maker: Maker): object {
  const metadata = { display_phone_number: maker.number(), phone_number_id: maker.id() }
  return { messaging_product: 'whatsapp', metadata }
}
