import { defineOperation } from '../operation.ts'
import { nodeId, pageParams, paging, success, text } from '../shapes.ts'

/** The tasks that a system user can have on an account. @see sources codegen */
const tasks = {
  type: 'array',
  items: {
    enum: [
      'DEVELOP',
      'MANAGE',
      'MANAGE_EXTENSIONS',
      'MANAGE_PHONE',
      'MANAGE_PHONE_ASSETS',
      'MANAGE_TEMPLATES',
      'MESSAGING',
      'VIEW_COST',
      'VIEW_PHONE_ASSETS',
      'VIEW_TEMPLATES',
    ],
  },
} as const

const shared = {
  on: 'WhatsAppBusinessAccount',
  edge: 'assigned_users',
  auth: { permissions: ['whatsapp_business_management'] },
  basis: 'documented',
  sources: ['system-user-tokens: assigned_users', 'openapi: addAssignedUser', 'codegen: WhatsAppBusinessAccount'],
} as const

/** The system users of a business that an account was assigned to. */
export const getAssignedUsers = defineOperation({
  ...shared,
  name: 'getAssignedUsers',
  method: 'GET',
  params: { type: 'object', properties: { ...pageParams, business: text }, required: ['business'] },
  reply: {
    type: 'object',
    properties: {
      data: { type: 'array', items: { type: 'object', properties: { id: nodeId }, required: ['id'] } },
      paging,
    },
    required: ['data'],
  },
  lists: 'SystemUser',
  errors: ['cursor_invalid', 'parameter_required'],
  live: 'safe',
})

/** Assigns an account to a system user, so that an employee among them may use it. */
export const addAssignedUser = defineOperation({
  ...shared,
  name: 'addAssignedUser',
  method: 'POST',
  params: { type: 'object', properties: { user: text, tasks }, required: ['user', 'tasks'] },
  reply: success,
  errors: ['parameter_type'],
})

/** Takes an assignment back. */
export const removeAssignedUser = defineOperation({
  ...shared,
  name: 'removeAssignedUser',
  method: 'DELETE',
  params: { type: 'object', properties: { user: text }, required: ['user'] },
  reply: success,
  errors: ['parameter_type'],
})
