/**
 * A document that a fact was read from.
 *
 * `date` is the day of the page or capture (not of our reading). `kept` is the number of the stored copy it was read from.
 */
export interface Source {
  readonly title: string
  readonly date: string
  readonly url?: string
  readonly kept?: string
}

/** Where Meta's pages on the WhatsApp Business Platform begin. */
export const WHATSAPP = 'https://developers.facebook.com/documentation/business-messaging/whatsapp'
