import { appRoles, permissionNames } from '../../contracts/permission-names.ts'
import { text } from '../../contracts/shapes.ts'
import { day, names } from './rows.ts'

// Apps, who acts through them, and their tokens.

const level = { enum: ['standard', 'advanced'] } as const

export const app = {
  type: 'object',
  properties: {
    name: text,
    business: { ...text, description: 'Name of the business that owns the app' },
    access: {
      type: 'object',
      description: 'Permissions that App Review granted, and at which level',
      properties: {
        ads_read: level,
        business_management: level,
        public_profile: level,
        whatsapp_business_manage_events: level,
        whatsapp_business_management: level,
        whatsapp_business_messaging: level,
      },
      additionalProperties: false,
    },
    callback: { ...text, description: 'URL that hears of every webhook field, of all accounts that the app may see' },
    mode: { enum: ['live', 'development'], description: 'In development not all webhooks are sent; live where absent' },
    allowedDomains: {
      ...names,
      description: 'Hosts of pages that may log people in; those of this machine where absent',
    },
    redirectUris: { ...names, description: 'Valid OAuth redirect URIs; any of this machine where absent' },
    reviews: {
      type: 'array',
      items: { enum: permissionNames },
      description: 'Permissions for which App Review was asked for Advanced access, and has not answered',
    },
    roles: {
      type: 'object',
      description: 'Names of users who have a role on the app, and which',
      additionalProperties: { enum: appRoles },
    },
  },
  required: ['name', 'business', 'access'],
  additionalProperties: false,
} as const

export const systemUser = {
  type: 'object',
  properties: {
    name: text,
    business: text,
    role: { enum: ['ADMIN', 'EMPLOYEE'] },
    assigned: { ...names, description: 'Names of the accounts that an EMPLOYEE may use' },
  },
  required: ['name', 'business'],
  additionalProperties: false,
} as const

export const user = {
  type: 'object',
  description: 'A person who administers a business',
  properties: { name: text, email: { type: 'string', pattern: '@' }, adminOf: text },
  required: ['name', 'email', 'adminOf'],
  additionalProperties: false,
} as const

export const token = {
  type: 'object',
  description: 'An access token. Without `of` it is the token of the app itself',
  properties: {
    app: text,
    of: { ...text, description: 'Name of the system user or user' },
    integrationFor: { ...text, description: 'Name of the client whose business integration token (BISUAT) it is' },
    scopes: {
      type: 'array',
      items: { enum: permissionNames },
    },
    expires: day,
  },
  required: ['app'],
  additionalProperties: false,
} as const
