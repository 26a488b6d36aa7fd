import { rateCategories } from '../../contracts/rates.ts'

/** What a message costs in this world, where it is not what Meta's rate cards say. */
export const rate = {
  type: 'object',
  description: 'What a delivered message costs, from a day on; it comes before the rates of Meta that are built in',
  properties: {
    country: { type: 'string', pattern: '^[A-Z]{2}$', description: 'an ISO 3166 code' },
    category: { enum: rateCategories },
    from: {
      type: 'string',
      pattern: '^\\d{4}-\\d{2}-\\d{2}$',
      description: 'a day like 2026-04-01; without one the rate holds from the beginning',
    },
    amount: { type: 'number', minimum: 0, description: 'US dollars' },
  },
  required: ['country', 'category', 'amount'],
  additionalProperties: false,
} as const
