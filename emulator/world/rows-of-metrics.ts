import { text } from '../../contracts/shapes.ts'
import { day } from './rows.ts'

/** What similar businesses come to, for the benchmarks of Insights; where absent it is reckoned from the world. */
export const benchmark = {
  type: 'object',
  description: 'The 75th percentile of the businesses of a country, and of one vertical where it names one',
  properties: {
    country: { type: 'string', pattern: '^[A-Z]{2}$', description: 'an ISO 3166 code' },
    vertical: text,
    readRate: { type: 'number', minimum: 0, description: 'percent' },
    clickRate: { type: 'number', minimum: 0, description: 'percent' },
  },
  required: ['country', 'readRate', 'clickRate'],
  additionalProperties: false,
} as const

const percent = { type: 'number', minimum: 0, maximum: 100, description: 'percent' } as const

/** What came of campaigns before the world began. */
export const history = {
  type: 'object',
  description: 'Messages of the past, as metrics alone: a template, some days, how many a day, and what came of them',
  properties: {
    template: { ...text, description: 'Name of a template' },
    phone: { ...text, description: 'Name of the number that sent' },
    carrier: { enum: ['marketing_messages', 'cloud_api'] },
    from: day,
    until: { ...day, description: 'the last day; before the clock of the world' },
    every: { type: 'integer', minimum: 1, description: 'Days from one campaign to the next; 1 where absent' },
    perDay: { type: 'integer', minimum: 1, description: 'Messages a campaign' },
    countries: {
      type: 'object',
      description: 'Where their recipients are: ISO 3166 codes, and how many of them compared to the others',
      propertyNames: { pattern: '^[A-Z]{2}$' },
      additionalProperties: { type: 'number', exclusiveMinimum: 0 },
      minProperties: 1,
    },
    deliveryRate: { ...percent, description: 'percent of what was sent; 97 where absent' },
    readRate: { ...percent, description: 'percent of what was delivered; 65 where absent' },
    clickRate: { ...percent, description: 'taps on the first link, percent of what was delivered' },
    quickReplyRate: { ...percent, description: 'taps on the first quick reply, percent of what was delivered' },
    purchaseRate: { ...percent, description: 'purchases on the website, percent of the taps' },
    purchaseValue: { type: 'number', minimum: 0, description: 'of one purchase, in the currency of the account' },
    spread: { ...percent, description: 'by how many percent the days differ at most; 20 where absent' },
  },
  required: ['template', 'phone', 'from', 'until', 'perDay', 'countries'],
  additionalProperties: false,
} as const
