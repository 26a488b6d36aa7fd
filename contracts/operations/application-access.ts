import { pageOf } from '../account-list.ts'
import { defineOperation } from '../operation.ts'
import { appRoles, permissionNames } from '../permission-names.ts'
import { nodeId, noParams, pageParams } from '../shapes.ts'

const status = { enum: ['live', 'unapproved'] } as const

/** What an app was granted by App Review, of the permissions that it has added. */
export const getApplicationPermissions = defineOperation({
  name: 'getApplicationPermissions',
  method: 'GET',
  on: 'Application',
  edge: 'permissions',
  auth: { tokens: ['app'], permissions: [], otherwise: { token: 'app_token_required' } },
  params: {
    type: 'object',
    properties: {
      permission: { type: 'array', items: { enum: permissionNames } },
      status: { type: 'array', items: status },
    },
  },
  reply: {
    type: 'object',
    properties: {
      data: {
        type: 'array',
        items: {
          type: 'object',
          properties: { permission: { enum: permissionNames }, status },
          required: ['permission', 'status'],
          additionalProperties: false,
        },
      },
    },
    required: ['data'],
    additionalProperties: false,
  },
  errors: ['app_token_required', 'parameter_value'],
  live: 'safe',
  basis: 'documented',
  sources: ['application-permission', 'sdk-permission-status', 'codegen: Application'],
})

/** The people who have a role on an app. */
export const getApplicationRoles = defineOperation({
  name: 'getApplicationRoles',
  method: 'GET',
  on: 'Application',
  edge: 'roles',
  auth: { tokens: ['app'], permissions: [], otherwise: { token: 'app_token_required' } },
  params: noParams,
  reply: {
    type: 'object',
    properties: {
      data: {
        type: 'array',
        items: {
          type: 'object',
          properties: { app_id: nodeId, user: nodeId, role: { enum: appRoles } },
          required: ['app_id', 'user', 'role'],
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
  sources: ['app-roles', 'capture-app-roles', 'codegen: Application'],
})

/** The client businesses that have an integration with an app. */
export const getConnectedClientBusinesses = defineOperation({
  name: 'getConnectedClientBusinesses',
  method: 'GET',
  on: 'Application',
  edge: 'connected_client_businesses',
  auth: { permissions: [] },
  params: { type: 'object', properties: pageParams },
  reply: pageOf,
  lists: 'Business',
  errors: ['cursor_invalid'],
  live: 'safe',
  basis: 'documented',
  sources: ['openapi: getConnectedClientBusinesses', 'codegen: Application'],
})

/** All that tells of the access of an app. */
export const applicationAccess = [getApplicationPermissions, getApplicationRoles, getConnectedClientBusinesses] as const
