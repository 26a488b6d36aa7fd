import { text } from './shapes.ts'

const list = <const P extends object>(properties: P) =>
  ({ type: 'array', items: { type: 'object', properties, additionalProperties: false } }) as const

/**
 * What a business card says, whoever sends it. A business must fill in the name as it is shown, a customer sends it as it is.
 * @see sources messages-contacts, bsuid-webhooks: Contacts webhook
 */
export const contactCard = <const N extends object>(formatted_name: N) =>
  ({
    name: {
      type: 'object',
      properties: {
        formatted_name,
        first_name: text,
        last_name: text,
        middle_name: text,
        suffix: text,
        prefix: text,
      },
      required: ['formatted_name'],
      additionalProperties: false,
    },
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
  }) as const
