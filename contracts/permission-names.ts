import type { Permission } from './node.ts'

/** Every permission that an app can ask for here. */
export const permissionNames = [
  'ads_read',
  'business_management',
  'public_profile',
  'whatsapp_business_manage_events',
  'whatsapp_business_management',
  'whatsapp_business_messaging',
] as const satisfies readonly Permission[]

/** What the Intent API takes, and the partner terms after it. `ads_read` is optional. @see sources guide, mm-changelog */
export const partnerPermissions = [
  'whatsapp_business_messaging',
  'whatsapp_business_management',
] as const satisfies readonly Permission[]

/** The roles that a person can have on an app. @see sources app-roles, capture-app-roles */
export const appRoles = ['administrators', 'developers', 'testers', 'insights users'] as const
