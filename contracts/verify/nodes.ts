import type { Trial } from './trial.ts'

/** The token of those who manage accounts, whoever of them there is. */
const MANAGER = ['partner_system_user', 'client_business']
/** The ad account is the client's. */
const CLIENT = ['client_business', 'partner_system_user']

/** Reads that need nothing but what the caller names, and find what others need. They come first. */
export const listTrials: readonly Trial[] = [
  { operation: 'getApplication', path: '/{app}', as: ['app', ...MANAGER] },
  { operation: 'getBusinessPortfolioSpecificFields', path: '/{client}', as: MANAGER },
  { operation: 'getSystemUser', path: '/me', as: MANAGER, query: { fields: 'id' }, finds: { system_user: '/id' } },
  { operation: 'getUser', path: '/me', as: 'client_admin', query: { fields: 'id' }, finds: { admin: '/id' } },
  {
    operation: 'getClientWhatsAppBusinessAccounts',
    path: '/{partner}/client_whatsapp_business_accounts',
    as: 'partner_system_user',
    finds: { waba: '/data/0/id' },
  },
  {
    operation: 'getOwnedWhatsAppBusinessAccounts',
    path: '/{client}/owned_whatsapp_business_accounts',
    as: CLIENT,
    finds: { waba: '/data/0/id' },
  },
  { operation: 'getWhatsAppBusinessAccountDetails', path: '/{waba}', as: MANAGER },
  {
    operation: 'getWhatsAppBusinessAccountPhoneNumbers',
    path: '/{waba}/phone_numbers',
    as: MANAGER,
    finds: { phone: '/data/0/id' },
  },
  { operation: 'getPhoneNumberById', path: '/{phone}', as: MANAGER },
  {
    operation: 'getMessageTemplates',
    path: '/{waba}/message_templates',
    as: MANAGER,
    query: { status: 'APPROVED', category: 'MARKETING' },
    finds: { template: '/data/0/id', template_name: '/data/0/name' },
  },
  { operation: 'getTemplateByIdDefaultFields', path: '/{template}', as: MANAGER },
  { operation: 'getTemplateGroups', path: '/{waba}/template_groups', as: MANAGER, finds: { group: '/data/0/id' } },
  { operation: 'getTemplateGroup', path: '/{group}', as: MANAGER },
  { operation: 'getTemplatesOfGroup', path: '/{group}/whatsapp_business_templates', as: MANAGER },
  {
    operation: 'getWhatsAppBusinessAccountDatasets',
    path: '/{waba}/dataset',
    as: MANAGER,
    finds: { dataset: '/data/0/id' },
  },
  { operation: 'getOwnedAdAccounts', path: '/{client}/owned_ad_accounts', as: CLIENT },
  {
    operation: 'getSystemUserAdAccounts',
    path: '/me/adaccounts',
    as: 'client_business',
    finds: { ad_account: '/data/0/id' },
  },
  {
    operation: 'getUserAdAccounts',
    path: '/me/adaccounts',
    as: 'client_admin',
    finds: { ad_account: '/data/0/id' },
  },
  { operation: 'getAdAccount', path: '/{ad_account}', as: CLIENT },
  { operation: 'getCampaigns', path: '/{ad_account}/campaigns', as: CLIENT, finds: { campaign: '/data/0/id' } },
  { operation: 'getCampaign', path: '/{campaign}', as: CLIENT },
  { operation: 'getAdSets', path: '/{ad_account}/adsets', as: CLIENT, finds: { ad_set: '/data/0/id' } },
  { operation: 'getAdSet', path: '/{ad_set}', as: CLIENT },
  { operation: 'getAds', path: '/{ad_account}/ads', as: CLIENT, finds: { ad: '/data/0/id' } },
  { operation: 'getAd', path: '/{ad}', as: CLIENT },
  { operation: 'getCampaignAdSets', path: '/{campaign}/adsets', as: CLIENT },
  { operation: 'getCampaignAds', path: '/{campaign}/ads', as: CLIENT },
  { operation: 'getAdSetAds', path: '/{ad_set}/ads', as: CLIENT },
]

/** Reads of settings and of what a token may. */
export const settingTrials: readonly Trial[] = [
  { operation: 'getDegreesOfFreedomSpec', path: '/{waba}/degrees_of_freedom_spec', as: MANAGER },
  { operation: 'getPhoneNumberSettings', path: '/{phone}/settings', as: MANAGER },
  { operation: 'getWhatsAppBusinessProfile', path: '/{phone}/whatsapp_business_profile', as: MANAGER },
  { operation: 'getCommerceSettings', path: '/{phone}/whatsapp_commerce_settings', as: MANAGER },
  { operation: 'getAllSubscriptionsForAWaba', path: '/{waba}/subscribed_apps', as: MANAGER },
  { operation: 'getApplicationSubscriptions', path: '/{app}/subscriptions', as: 'app' },
  { operation: 'getAssignedUsers', path: '/{waba}/assigned_users', as: MANAGER, query: { business: '{partner}' } },
  { operation: 'getUserPermissions', path: '/me/permissions', as: 'client_admin' },
  { operation: 'getSystemUserPermissions', path: '/me/permissions', as: MANAGER },
  { operation: 'debugToken', path: '/debug_token', as: MANAGER, query: { input_token: '{shown_token}' } },
  {
    operation: 'getMessageTemplatePreviews',
    path: '/{waba}/message_template_previews',
    as: MANAGER,
    query: { category: 'AUTHENTICATION', languages: ['en_US'], button_types: ['OTP'] },
  },
]
