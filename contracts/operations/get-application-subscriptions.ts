import { defineOperation } from '../operation.ts'
import { flag, noParams, text } from '../shapes.ts'

/** The callbacks that the app has subscribed. */
export const getApplicationSubscriptions = defineOperation({
  name: 'getApplicationSubscriptions',
  method: 'GET',
  on: 'Application',
  edge: 'subscriptions',
  auth: { tokens: ['app'], permissions: [], otherwise: { token: 'app_token_required' } },
  params: noParams,
  reply: {
    type: 'object',
    properties: {
      data: {
        type: 'array',
        items: {
          type: 'object',
          properties: {
            object: text,
            callback_url: text,
            active: flag,
            fields: {
              type: 'array',
              items: {
                type: 'object',
                properties: { name: text, version: text },
                required: ['name', 'version'],
                additionalProperties: false,
              },
            },
          },
          required: ['object', 'callback_url', 'active', 'fields'],
          additionalProperties: false,
        },
      },
    },
    required: ['data'],
    additionalProperties: false,
  },
  errors: ['app_token_required'],
  live: 'safe',
  basis: 'documented',
  sources: ['subscriptions', 'subscriptions-guide'],
})
