import { text } from '../shapes.ts'

const list = <const P extends object>(properties: P) =>
  ({ type: 'array', items: { type: 'object', properties, additionalProperties: false } }) as const

/** Business cards that a customer shares; since 2026 with the way they were shared. @see sources bsuid-webhooks: Contacts webhook */
export const contacts = {
  type: 'array',
  minItems: 1,
  items: {
    type: 'object',
    properties: {
      name: {
        type: 'object',
        properties: {
          formatted_name: text,
          first_name: text,
          last_name: text,
          middle_name: text,
          suffix: text,
          prefix: text,
        },
        required: ['formatted_name'],
        additionalProperties: false,
      },
      birthday: text,
      addresses: list({
        street: text,
        city: text,
        state: text,
        zip: text,
        country: text,
        country_code: text,
        type: text,
      }),
      emails: list({ email: text, type: text }),
      org: {
        type: 'object',
        properties: { company: text, department: text, title: text },
        additionalProperties: false,
      },
      phones: list({ phone: text, wa_id: text, type: text }),
      urls: list({ url: text, type: text }),
      origin: { enum: ['contact_request', 'other'] },
      vcard: text,
    },
    additionalProperties: false,
  },
} as const
