import { type Source, WHATSAPP } from '../source.ts'

const BUSINESS = 'https://developers.facebook.com/docs/business-management-apis'

/** App Review, access levels, roles, and the system users of a business. */
export const enrolmentSources = {
  'access-levels': {
    title: 'Access levels (Graph API)',
    date: '2025',
    url: 'https://developers.facebook.com/docs/graph-api/overview/access-levels',
  },
  'app-review': {
    title: 'App Review (WhatsApp solution providers)',
    date: '2026-05-12',
    url: `${WHATSAPP}/solution-providers/app-review`,
  },
  'app-roles': {
    title: 'Application: roles (Graph API reference)',
    date: '2026',
    url: 'https://developers.facebook.com/docs/graph-api/reference/app/roles/',
  },
  'capture-app-roles': {
    title: 'Roles of an app, as a test of a published client has them: administrators',
    date: '2026',
    kept: 'F#63610776313',
  },
  'application-permission': {
    title: 'Application Permission (Graph API reference): login review approval status',
    date: '2026',
    url: 'https://developers.facebook.com/docs/graph-api/reference/application-permission/',
  },
  'sdk-permission-status': {
    title: 'The statuses of an application permission, as a published SDK generates them: live, unapproved',
    date: '2026',
    kept: 'F#54580447617',
  },
  'capture-field-deprecated': {
    title: 'A field that is deprecated from a version on: (#12) share field is deprecated for versions v2.9 and higher',
    date: '2020',
    kept: 'F#26946946003',
  },
  'system-users-create': {
    title: 'Create, retrieve and update a system user',
    date: '2025',
    url: `${BUSINESS}/system-users/create-retrieve-update`,
  },
  'system-users-install': {
    title: 'Install apps, and generate, refresh and revoke tokens (system users)',
    date: '2025',
    url: `${BUSINESS}/system-users/install-apps-and-generate-tokens`,
  },
  'business-system-users': {
    title: 'Business: system_users (Marketing API reference)',
    date: '2021-03-09',
    url: 'https://developers.facebook.com/documentation/ads-commerce/marketing-api/reference/business/system_users',
  },
  'business-on-behalf-of': {
    title: 'Business On Behalf Of: a system user under the portfolio of a client',
    date: '2025',
    url: `${BUSINESS}/business-manager/guides/on-behalf-of`,
  },
} as const satisfies Record<string, Source>
