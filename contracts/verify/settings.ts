import type { Trial } from './trial.ts'

const MANAGER = ['partner_system_user', 'client_business']

/** Changes of accounts and numbers. */
export const accountTrials: readonly Trial[] = [
  {
    operation: 'updateWhatsAppBusinessAccount',
    path: '/{waba}',
    as: MANAGER,
    body: { is_enabled_for_insights: true },
  },
  { operation: 'subscribeToWabaWebhooks', path: '/{waba}/subscribed_apps', as: MANAGER },
  { operation: 'unsubscribeFromWabaWebhooks', path: '/{waba}/subscribed_apps', as: MANAGER },
  {
    operation: 'createApplicationSubscription',
    path: '/{app}/subscriptions',
    as: 'app',
    body: {
      object: 'whatsapp_business_account',
      callback_url: '{callback}',
      verify_token: 'verify',
      fields: ['messages'],
    },
  },
  {
    operation: 'deleteApplicationSubscriptions',
    path: '/{app}/subscriptions',
    as: 'app',
    query: { object: 'whatsapp_business_account' },
  },
  {
    operation: 'addAssignedUser',
    path: '/{waba}/assigned_users',
    as: MANAGER,
    query: { user: '{employee}', tasks: ['MANAGE'] },
  },
  { operation: 'removeAssignedUser', path: '/{waba}/assigned_users', as: MANAGER, query: { user: '{employee}' } },
  {
    operation: 'createWhatsAppBusinessAccountDataset',
    path: '/{waba}/dataset',
    as: MANAGER,
    finds: { dataset: '/id' },
  },
  { operation: 'getDataset', path: '/{dataset}', as: MANAGER },
  {
    operation: 'createDatasetEvents',
    path: '/{pixel}/events',
    as: MANAGER,
    body: {
      data: [
        {
          event_name: 'Purchase',
          event_time: '{now}',
          action_source: 'website',
          // SHA-256 of an address that nobody has.
          user_data: { em: ['973dfe463ec85785f5f95af5ba3906eedb2d931c24e69824a89ea65dba4e813b'] },
          custom_data: { currency: 'USD', value: 12.5 },
        },
      ],
    },
  },
]

export const numberTrials: readonly Trial[] = [
  {
    operation: 'updatePhoneNumberSettings',
    path: '/{phone}/settings',
    as: MANAGER,
    body: { user_identity_change: { enable_identity_key_check: false } },
  },
  {
    operation: 'updateWhatsAppBusinessProfileInformation',
    path: '/{phone}/whatsapp_business_profile',
    as: MANAGER,
    body: { messaging_product: 'whatsapp', about: 'Bread and cake' },
  },
  {
    operation: 'setOrUpdateCommerceSettings',
    path: '/{phone}/whatsapp_commerce_settings',
    as: MANAGER,
    query: { is_cart_enabled: true },
  },
  { operation: 'updatePhoneNumberStatus', path: '/{phone}', as: MANAGER, body: { pin: '123456' } },
  {
    operation: 'createWhatsAppBusinessAccountPhoneNumber',
    path: '/{waba}/phone_numbers',
    as: MANAGER,
    body: { cc: '1', phone_number: '6315550123', verified_name: 'Juniper Lounge' },
    finds: { own_phone: '/id' },
  },
  {
    operation: 'requestVerificationCode',
    path: '/{own_phone}/request_code',
    as: MANAGER,
    query: { code_method: 'SMS', language: 'en_US' },
  },
  {
    operation: 'verifyPhoneNumberCode',
    path: '/{own_phone}/verify_code',
    as: MANAGER,
    query: { code: '{sms_code}' },
    after: [{ code: 'sms_code' }],
  },
  {
    operation: 'registerWhatsAppBusinessPhoneNumber',
    path: '/{own_phone}/register',
    as: MANAGER,
    body: { messaging_product: 'whatsapp', pin: '212834' },
  },
  { operation: 'deregisterPhoneNumber', path: '/{own_phone}/deregister', as: MANAGER },
]

/** What a number of the WhatsApp Business app has. */
export const appTrials: readonly Trial[] = [
  {
    operation: 'syncAppData',
    path: '/{app_phone}/smb_app_data',
    as: MANAGER,
    body: { messaging_product: 'whatsapp', sync_type: 'smb_app_state_sync' },
  },
]

/** Tokens that are made and ended: the last trials, as they end the tokens of others. */
export const tokenTrials: readonly Trial[] = [
  {
    operation: 'getAccessToken',
    path: '/oauth/access_token',
    as: 'nobody',
    query: { client_id: '{app}', client_secret: '{app_secret}', code: '{login_code}' },
    after: [{ happens: 'user_logs_in', with: { user: 'admin', app: 'app' }, finds: { login_code: '/code' } }],
  },
  { operation: 'deleteUserPermissions', path: '/me/permissions', as: 'client_admin' },
  {
    operation: 'revokeToken',
    path: '/oauth/revoke',
    as: 'nobody',
    query: { client_id: '{app}', client_secret: '{app_secret}', revoke_token: '{partner_system_user_token}' },
  },
]
