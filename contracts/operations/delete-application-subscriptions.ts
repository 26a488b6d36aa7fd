import { defineOperation } from '../operation.ts'
import { success, text } from '../shapes.ts'

/** Ends the subscription of an object, of some of its fields, or (without parameters) of all. */
export const deleteApplicationSubscriptions = defineOperation({
  name: 'deleteApplicationSubscriptions',
  method: 'DELETE',
  on: 'Application',
  edge: 'subscriptions',
  auth: { tokens: ['app'], permissions: [], otherwise: { token: 'app_token_required' } },
  params: { type: 'object', properties: { object: text, fields: { type: 'array', items: text } } },
  reply: success,
  errors: ['app_token_required'],
  basis: 'documented',
  sources: ['subscriptions', 'codegen: Application'],
})
