import type { Trial } from './trial.ts'

const MANAGER = ['partner_system_user', 'client_business']

const words = 'The bakery around the corner is open again from Monday on.'
const body = [{ type: 'BODY', text: words }]

/** Templates that are made, changed and taken away again, and the groups that they are in. */
export const templateTrials: readonly Trial[] = [
  {
    operation: 'createMessageTemplate',
    path: '/{waba}/message_templates',
    as: MANAGER,
    body: { name: 'mmgraph_verify', language: 'en_US', category: 'MARKETING', components: body },
    finds: { own_template: '/id' },
  },
  {
    operation: 'upsertMessageTemplates',
    path: '/{waba}/upsert_message_templates',
    as: MANAGER,
    body: {
      name: 'mmgraph_verify_code',
      languages: ['en_US'],
      category: 'AUTHENTICATION',
      components: [{ type: 'BODY' }, { type: 'BUTTONS', buttons: [{ type: 'OTP', otp_type: 'COPY_CODE' }] }],
    },
  },
  {
    operation: 'editTemplate',
    path: '/{own_template}',
    as: MANAGER,
    body: { components: [{ type: 'BODY', text: `${words} Come in.` }] },
    after: [{ wait: '2m' }],
  },
  {
    operation: 'createTemplateGroup',
    path: '/{waba}/template_groups',
    as: MANAGER,
    body: { name: 'mmgraph verify', whatsapp_business_templates: ['{own_template}'] },
    finds: { own_group: '/id' },
  },
  {
    operation: 'updateTemplateGroup',
    path: '/{own_group}',
    as: MANAGER,
    body: { description: 'Made by a check of contracts' },
  },
  { operation: 'deleteTemplateGroup', path: '/{own_group}', as: MANAGER },
  { operation: 'unpauseTemplate', path: '/{own_template}/unpause', as: MANAGER },
  {
    operation: 'archiveMessageTemplates',
    path: '/{waba}/message_templates/archive',
    as: MANAGER,
    body: { hsm_ids: ['{own_template}'] },
  },
  {
    operation: 'unarchiveMessageTemplates',
    path: '/{waba}/message_templates/unarchive',
    as: MANAGER,
    body: { hsm_ids: ['{own_template}'] },
  },
  {
    operation: 'deleteMessageTemplates',
    path: '/{waba}/message_templates',
    as: MANAGER,
    query: { name: 'mmgraph_verify' },
  },
]

/** Files for messages and for templates. */
export const mediaTrials: readonly Trial[] = [
  {
    operation: 'uploadImage',
    path: '/{phone}/media',
    as: MANAGER,
    form: { messaging_product: 'whatsapp' },
    files: { file: { type: 'text/plain', name: 'verify.txt', text: 'Rye and wheat' } },
    finds: { media: '/id' },
  },
  { operation: 'retrieveMediaUrl', path: '/{media}', as: MANAGER, finds: { media_url: '/url' } },
  { operation: 'downloadMedia', path: '{media_url}', as: MANAGER, unversioned: true },
  { operation: 'deleteMedia', path: '/{media}', as: MANAGER },
  {
    operation: 'createUploadSession',
    path: '/{app}/uploads',
    as: MANAGER,
    query: { file_length: 8, file_type: 'application/pdf' },
    finds: { upload_session: '/id' },
  },
  { operation: 'getUploadSession', path: '/{upload_session}', as: MANAGER },
  {
    operation: 'uploadFile',
    path: '/{upload_session}',
    as: MANAGER,
    headers: { authorization: 'OAuth {shown_token}', file_offset: '0' },
    raw: { type: 'application/pdf', text: '%PDF-1.4' },
  },
]

const template = { name: '{template_name}', language: { code: 'en_US' } }
const message = { messaging_product: 'whatsapp', to: '{recipient}', type: 'template', template }

export const sendTrials: readonly Trial[] = [
  { operation: 'sendMarketingMessage', path: '/{phone}/marketing_messages', as: MANAGER, body: message },
  { operation: 'sendMessage', path: '/{phone}/messages', as: MANAGER, body: message },
]
