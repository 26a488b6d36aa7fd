import { pageOf } from '../account-list.ts'
import { defineOperation } from '../operation.ts'
import { pageParams } from '../shapes.ts'

/** The requests to hand an account over that nobody has answered yet. */
export const getInProgressOnBehalfRequests = defineOperation({
  on: 'WhatsAppBusinessAccount',
  auth: { permissions: ['whatsapp_business_management'] },
  name: 'getInProgressOnBehalfRequests',
  method: 'GET',
  edge: 'in_progress_onbehalf_request',
  params: { type: 'object', properties: pageParams },
  reply: pageOf,
  lists: 'BusinessOwnedObjectOnBehalfOfRequest',
  errors: ['cursor_invalid'],
  live: 'safe',
  basis: 'documented',
  sources: ['openapi: getInProgressOnBehalfRequests', 'codegen: BusinessOwnedObjectOnBehalfOfRequest'],
})
