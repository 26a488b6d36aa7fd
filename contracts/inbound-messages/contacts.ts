import { contactCard } from '../contact-card.ts'
import { text } from '../shapes.ts'

/** Business cards that a customer shares; since 2026 with the way they were shared. @see sources bsuid-webhooks: Contacts webhook */
export const contacts = {
  type: 'array',
  minItems: 1,
  items: {
    type: 'object',
    properties: {
      ...contactCard(text),
      birthday: text,
      origin: { enum: ['contact_request', 'other'] },
      vcard: text,
    },
    additionalProperties: false,
  },
} as const
