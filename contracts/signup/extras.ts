import { text } from '../shapes.ts'

const textOrNumber = { type: ['string', 'integer'] } as const

/** What a page knows of its client before, as far as anything here has it. @see sources signup-prefill */
const setup = {
  type: 'object',
  properties: {
    solutionID: textOrNumber,
    business: {
      type: 'object',
      properties: {
        id: { type: ['string', 'integer', 'null'] },
        name: text,
        email: text,
        website: text,
        address: { type: 'object', properties: { country: text } },
        phone: { type: 'object', properties: { code: textOrNumber, number: textOrNumber } },
      },
    },
    phone: {
      type: 'object',
      properties: { displayName: text },
    },
  },
} as const

/** `extras` of FB.login, as far as it decides anything; other keys are let be, as pages have more of them. @see sources signup-versions */
export const signupExtras = {
  type: 'object',
  properties: {
    version: textOrNumber,
    featureType: text,
    features: {
      type: 'array',
      items: { type: 'object', properties: { name: text }, required: ['name'] },
    },
    sessionInfoVersion: textOrNumber,
    setup,
  },
} as const
