import { pageOf } from '../account-list.ts'
import { defineOperation } from '../operation.ts'
import { flag, nodeId, pageParams, success, text } from '../shapes.ts'

/** Who manages system users: whoever has business_management for the business that they belong to. */
const managing = {
  permissions: ['business_management'],
  otherwise: { permission: 'business_management_missing' },
} as const

const tokenReply = {
  type: 'object',
  properties: { access_token: text },
  required: ['access_token'],
  additionalProperties: false,
} as const

const scope = { type: 'array', items: text, minItems: 1 } as const

/** The system users of a business. */
export const getSystemUsers = defineOperation({
  name: 'getSystemUsers',
  method: 'GET',
  on: 'Business',
  edge: 'system_users',
  auth: { ...managing, reach: 'own' },
  params: { type: 'object', properties: pageParams },
  reply: pageOf,
  errors: ['business_management_missing', 'cursor_invalid'],
  volatile: ['/data', '/paging'],
  live: 'safe',
  basis: 'documented',
  sources: ['business-system-users', 'system-users-create', 'codegen: Business'],
})

/** Makes a system user. */
export const createSystemUser = defineOperation({
  name: 'createSystemUser',
  method: 'POST',
  on: 'Business',
  edge: 'system_users',
  auth: { ...managing, reach: 'own' },
  params: {
    type: 'object',
    properties: { name: { type: 'string', minLength: 1 }, role: { enum: ['ADMIN', 'EMPLOYEE'] } },
    required: ['name'],
  },
  reply: { type: 'object', properties: { id: nodeId }, required: ['id'], additionalProperties: false },
  errors: ['business_management_missing', 'permission_missing', 'parameter_value', 'parameter_required'],
  volatile: ['/id'],
  basis: 'documented',
  sources: ['system-users-create', 'business-system-users', 'codegen: Business'],
})

/** Installs an app for a system user, so that it can have tokens of the app. */
export const installApplication = defineOperation({
  name: 'installApplication',
  method: 'POST',
  on: 'SystemUser',
  edge: 'applications',
  auth: managing,
  params: { type: 'object', properties: { business_app: text }, required: ['business_app'] },
  reply: success,
  errors: ['business_management_missing', 'permission_missing', 'parameter_required'],
  basis: 'documented',
  sources: ['system-users-install', 'system-user-tokens'],
})

/** Makes an access token of a system user. */
export const createAccessTokenOfSystemUser = defineOperation({
  name: 'createAccessTokenOfSystemUser',
  method: 'POST',
  on: 'SystemUser',
  edge: 'access_tokens',
  auth: { ...managing, proof: 'required' },
  params: {
    type: 'object',
    properties: { business_app: text, scope, set_token_expires_in_60_days: flag },
    required: ['business_app', 'scope'],
  },
  reply: tokenReply,
  errors: [
    'business_management_missing',
    'permission_missing',
    'appsecret_proof_required',
    'scope_invalid',
    'parameter_required',
  ],
  volatile: ['/access_token'],
  basis: 'documented',
  sources: ['system-users-install', 'system-user-tokens'],
})

/** The accounts that a system user may use. */
export const getAssignedWhatsAppBusinessAccounts = defineOperation({
  name: 'getAssignedWhatsAppBusinessAccounts',
  method: 'GET',
  on: 'SystemUser',
  edge: 'assigned_whatsapp_business_accounts',
  auth: { permissions: ['whatsapp_business_management'] },
  params: { type: 'object', properties: pageParams },
  reply: pageOf,
  lists: 'WhatsAppBusinessAccount',
  errors: ['cursor_invalid'],
  live: 'safe',
  basis: 'documented',
  sources: ['codegen: SystemUser', 'system-users-guide'],
})

/** Makes a system user under the portfolio of a client, with employee access, and a token of it. */
export const createBusinessAccessToken = defineOperation({
  name: 'createBusinessAccessToken',
  method: 'POST',
  on: 'Business',
  edge: 'access_token',
  auth: { ...managing, tokens: ['system-user'] },
  params: {
    type: 'object',
    properties: { app_id: text, scope, system_user_name: text, fbe_external_business_id: text },
    required: ['app_id', 'scope'],
  },
  reply: tokenReply,
  errors: ['business_management_missing', 'permission_missing', 'scope_invalid', 'parameter_required'],
  volatile: ['/access_token'],
  basis: 'documented',
  sources: ['business-on-behalf-of', 'codegen: Business'],
})

/** All that makes system users and their tokens. */
export const systemUserOperations = [
  getSystemUsers,
  createSystemUser,
  installApplication,
  createAccessTokenOfSystemUser,
  getAssignedWhatsAppBusinessAccounts,
  createBusinessAccessToken,
] as const
