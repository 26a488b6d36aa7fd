import { defineOperation } from '../operation.ts'
import { noParams, text } from '../shapes.ts'

const permissionList = {
  type: 'object',
  properties: {
    data: {
      type: 'array',
      items: {
        type: 'object',
        properties: { permission: text, status: { enum: ['granted', 'declined', 'expired'] } },
        required: ['permission', 'status'],
        additionalProperties: false,
      },
    },
  },
  required: ['data'],
  additionalProperties: false,
} as const

/** What a person granted the app. */
export const getUserPermissions = defineOperation({
  name: 'getUserPermissions',
  method: 'GET',
  on: 'User',
  edge: 'permissions',
  auth: { permissions: [] },
  params: noParams,
  reply: permissionList,
  errors: [],
  live: 'safe',
  basis: 'documented',
  sources: ['graph-me-permissions', 'codegen: User'],
})

/** The same of a system user, for `/me/permissions` with its token. */
export const getSystemUserPermissions = defineOperation({
  ...getUserPermissions,
  name: 'getSystemUserPermissions',
  on: 'SystemUser',
})
