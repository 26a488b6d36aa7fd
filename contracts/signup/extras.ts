import { text } from '../shapes.ts'

const textOrNumber = { type: ['string', 'integer'] } as const

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
    setup: { type: 'object', properties: { solutionID: textOrNumber } },
  },
} as const
