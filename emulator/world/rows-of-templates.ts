import { text } from '../../contracts/shapes.ts'
import { day, names } from './rows.ts'

export const templateGroup = {
  type: 'object',
  description: 'Templates whose metrics are told together; a past of theirs counts for the group',
  properties: {
    account: { ...text, description: 'Name of the account that has it' },
    name: { type: 'string', minLength: 1, maxLength: 256, description: 'No other group of the account has it' },
    description: { type: 'string', maxLength: 512 },
    templates: { ...names, description: 'Names of templates of the account; each is in one group at most' },
    created: { ...day, description: 'an hour before the world begins where absent' },
  },
  required: ['account', 'name', 'templates'],
  additionalProperties: false,
} as const
