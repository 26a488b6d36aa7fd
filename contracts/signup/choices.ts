import { appData } from '../app-data.ts'
import { flag, text } from '../shapes.ts'

const named = { type: 'string', minLength: 1, maxLength: 75 } as const
const country = { type: 'string', pattern: '^[A-Z]{2}$', description: 'an ISO 3166 code like CA' } as const

/** The keys hold for something new only. */
const either = ['string', 'object'] as const

/** What a client chooses in the flow: what it has, by id or name, or something new. */
export const signupChoices = {
  business: {
    type: either,
    properties: { name: named, country },
    required: ['name'],
    additionalProperties: false,
    description: 'a business by id or name, or a new one: {name, country}',
  },
  account: {
    type: either,
    properties: { name: named, currency: { type: 'string', pattern: '^[A-Z]{3}$' }, timezone_id: text },
    additionalProperties: false,
    description: 'an account by id or name, or a new one: {name, currency, timezone_id}',
  },
  phone: {
    type: either,
    properties: { number: text, display_name: named, verified: flag, code: text, on_app: flag, ...appData },
    required: ['number'],
    additionalProperties: false,
    description:
      'a number by id or name, or a new one: {number, display_name, verified, code, on_app}; with on_app also what the app has',
  },
  mm_terms: flag,
} as const
