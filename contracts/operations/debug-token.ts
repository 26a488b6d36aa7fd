import { defineOperation } from '../operation.ts'
import { fields, flag, integer, text } from '../shapes.ts'

const scopes = { type: 'array', items: text } as const

/** What a token is: always HTTP 200, also for a token that is good no longer. */
export const debugToken = defineOperation({
  name: 'debugToken',
  method: 'GET',
  on: 'Graph',
  edge: 'debug_token',
  auth: { permissions: [] },
  params: { type: 'object', properties: { input_token: text, fields }, required: ['input_token'] },
  reply: {
    type: 'object',
    properties: {
      data: {
        type: 'object',
        properties: {
          app_id: text,
          type: { enum: ['USER', 'PAGE', 'APP', 'SYSTEM_USER'] },
          application: text,
          data_access_expires_at: integer,
          error: {
            type: 'object',
            properties: { code: integer, message: text, subcode: integer },
            required: ['code', 'message'],
            additionalProperties: false,
          },
          expires_at: integer,
          is_valid: flag,
          issued_at: integer,
          scopes,
          granular_scopes: {
            type: 'array',
            items: {
              type: 'object',
              properties: { scope: text, target_ids: scopes },
              required: ['scope'],
              additionalProperties: false,
            },
          },
          user_id: text,
        },
        additionalProperties: false,
      },
    },
    required: ['data'],
    additionalProperties: false,
  },
  errors: ['debug_token_caller'],
  live: 'safe',
  basis: 'observed',
  sources: ['capture-debug-token', 'manage-accounts: debug_token', 'permissions'],
})
