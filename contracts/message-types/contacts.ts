import { text } from '../shapes.ts'
import { filled } from './shapes.ts'

const list = <const P extends object>(properties: P) =>
  ({ type: 'array', items: { type: 'object', properties, additionalProperties: false } }) as const

/** Business cards. Only the name is asked for, and of it only the form in which it is shown. @see sources messages-contacts */
export const contacts = {
  type: 'array',
  minItems: 1,
  items: {
    type: 'object',
    properties: {
      name: {
        type: 'object',
        properties: {
          formatted_name: filled,
          first_name: text,
          last_name: text,
          middle_name: text,
          suffix: text,
          prefix: text,
        },
        required: ['formatted_name'],
        additionalProperties: false,
      },
      birthday: { type: 'string', pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' },
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
    },
    required: ['name'],
    additionalProperties: false,
  },
} as const
