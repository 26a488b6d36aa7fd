import { integer, text } from './shapes.ts'
import { caseless } from './template-params.ts'

/** A list of names, in any case; an empty list means all. */
export const someOf = <const V extends readonly string[]>(values: V) =>
  ({ type: 'array', items: caseless(values) }) as const

/** Seconds since 1970. */
const moment = { type: 'integer', minimum: 0 } as const

/** What every analytics of an account takes. `phone_numbers` are numbers with their calling code, not ids. */
export const rangeParams = {
  start: moment,
  end: moment,
  phone_numbers: { type: 'array', items: text },
  country_codes: { type: 'array', items: text },
} as const

/** `{"data":[{"data_points":[…]}]}` of points with these properties, each with its `start` and `end`. */
export const pointsOf = <const P extends object>(properties: P) =>
  ({
    type: 'object',
    properties: {
      data: {
        type: 'array',
        maxItems: 1,
        items: {
          type: 'object',
          properties: {
            data_points: {
              type: 'array',
              items: {
                type: 'object',
                properties: { start: integer, end: integer, ...properties },
                required: ['start', 'end'],
                additionalProperties: false,
              },
            },
          },
          required: ['data_points'],
          additionalProperties: false,
        },
      },
    },
    required: ['data'],
    additionalProperties: false,
  }) as const

/** What the analytics of an account have in common. */
export const analyticsOf = {
  method: 'GET',
  on: 'WhatsAppBusinessAccount',
  auth: { permissions: ['whatsapp_business_management'] },
  live: 'safe',
  basis: 'documented',
} as const

/** What is wrong with a range, or with what is asked for of it. */
export const rangeErrors = [
  'analytics_lookback_exceeded',
  'analytics_range_invalid',
  'analytics_month_incomplete',
] as const

export const amount = { type: 'number', minimum: 0 } as const
export const count = { type: 'integer', minimum: 0 } as const
