import { contactCard } from '../contact-card.ts'
import { filled } from './shapes.ts'

/** Business cards. Only the name is asked for, and of it only the form in which it is shown. @see sources messages-contacts */
export const contacts = {
  type: 'array',
  minItems: 1,
  items: {
    type: 'object',
    properties: {
      ...contactCard(filled),
      birthday: { type: 'string', pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' },
    },
    required: ['name'],
    additionalProperties: false,
  },
} as const
