import { type Source, WHATSAPP } from '../source.ts'

/** What was read about messages that are no template, and about what customers send. */
export const conversationSources = {
  'messages-text': {
    title: 'Text messages',
    date: '2025-11-03',
    url: `${WHATSAPP}/messages/text-messages`,
  },
  'messages-media': {
    title: 'Image, video, audio, document and sticker messages',
    date: '2025-11-04',
    url: `${WHATSAPP}/messages/image-messages`,
  },
  'messages-contacts': { title: 'Contacts messages', date: '2025-11', url: `${WHATSAPP}/messages/contacts-messages` },
  'messages-interactive': {
    title: 'Interactive reply buttons messages',
    date: '2025-11-03',
    url: `${WHATSAPP}/messages/interactive-reply-buttons-messages`,
  },
  'messages-list': {
    title: 'Interactive list messages',
    date: '2025-11-03',
    url: `${WHATSAPP}/messages/interactive-list-messages`,
  },
  'messages-cta-url': {
    title: 'Interactive call-to-action URL button messages',
    date: '2026-06-28',
    url: `${WHATSAPP}/messages/interactive-cta-url-messages`,
  },
  'messages-flow': {
    title: 'Flow messages',
    date: '2025',
    url: 'https://developers.facebook.com/docs/whatsapp/cloud-api/messages/interactive-flow-messages',
  },
  'messages-products': {
    title: 'Share products with customers',
    date: '2026-03-03',
    url: `${WHATSAPP}/catalogs/share-products`,
  },
  'messages-carousel': {
    title: 'Interactive media carousel messages',
    date: '2025-12-22',
    url: `${WHATSAPP}/messages/interactive-media-carousel-messages`,
  },
  'messages-address': { title: 'Address messages', date: '2025-11-07', url: `${WHATSAPP}/messages/address-messages` },
  'mark-as-read': {
    title: 'Mark messages as read',
    date: '2026-06-28',
    url: `${WHATSAPP}/messages/mark-message-as-read`,
  },
  'typing-indicators': { title: 'Typing indicators', date: '2026', url: `${WHATSAPP}/typing-indicators` },
  'block-users': { title: 'Block users', date: '2026', url: `${WHATSAPP}/block-users` },
  'track-clicks': {
    title: 'Track click events and landing page views of marketing messages',
    date: '2026-09-23',
    url: `${WHATSAPP}/marketing-messages/track-click-events`,
    kept: 'id 70350860734',
  },
  'automatic-events': {
    title: 'Automatic events of click-to-WhatsApp ads',
    date: '2026',
    url: `${WHATSAPP}/embedded-signup/automatic-events-api`,
    kept: 'id 70350860734',
  },
  'errors-webhook': {
    title: 'messages webhook reference: errors',
    date: '2026',
    url: `${WHATSAPP}/webhooks/reference/messages/errors`,
  },
  'bsuid-webhooks-2026-03': {
    title: 'Business-scoped user ids in webhooks, as of March 2026 (pt-BR)',
    date: '2026-03',
    kept: 'id 51973612691',
  },
  'capture-text-too-long': {
    title: '(#100) Param must be at most 4096 characters long, recorded by an SDK of Azure',
    date: '2024',
    kept: 'id 415352674',
  },
  'capture-message-type': {
    title: '(#100) Param type must be one of … - got "not-text"',
    date: '2024',
    kept: 'id 31924052882, id 57983267522',
  },
  'capture-interactive-required': {
    title:
      "(#100) The parameter interactive['action']['sections'][0]['rows'][0]['title'] is required, for an empty title",
    date: '2025',
    kept: 'id 20343025769',
  },
  'capture-body-required': {
    title: "(#131009) The parameter interactive['body'] is required",
    date: '2026',
    kept: 'id 58273371884',
  },
  'capture-button-count': { title: 'Invalid buttons count', date: '2023', kept: 'id 41198214130' },
  'capture-button-title': { title: 'Button title length invalid', date: '2024', kept: 'id 16006399396' },
  'capture-button-duplicate': { title: 'Duplicate button title', date: '2026', kept: 'id 58550165602' },
  'capture-button-markdown': {
    title: 'Markdown is not allowed for button title',
    date: '2026-06-15',
    kept: 'id 61441546166',
  },
  'capture-row-title': { title: 'Row title is too long. Max length is 24', date: '2025', kept: 'id 8094951175' },
  'capture-row-id': {
    title: 'Row id is too long. Max length is 200',
    date: '2026-09-23',
    kept: 'id 69388357448',
  },
  'capture-row-duplicate': { title: 'Duplicated row id', date: '2026', kept: 'id 56072396199' },
  'capture-row-count': { title: 'Total row count exceed max allowed count: 10', date: '2026', kept: 'id 56731853838' },
  'capture-body-length': {
    title: 'Body text length invalid. Min length: 1, Max length: 1024, of buttons and lists',
    date: '2026-10-02',
    kept: 'id 63091896272, id 70071578223',
  },
  'capture-footer-length': { title: 'Footer text length invalid', date: '2026', kept: 'id 61889591693' },
  'capture-header-text': {
    title: 'Text cannot be null for header type text, for a list with an image',
    date: '2023-02-09',
    url: 'https://github.com/Secreto31126/whatsapp-api-js/issues/54',
  },
  'capture-flow-data': {
    title: 'flow_action_payload data must be dynamic_object',
    date: '2025',
    kept: 'id 7980874408',
  },
  'capture-media-link': {
    title: '(#100) Param image.link is not a valid URI',
    date: '2026',
    kept: 'id 63260131480, id 68571069819',
  },
  'capture-media-id': {
    title: "(#100) Param image['id'] is not a valid whatsapp business account media attachment ID",
    date: '2026',
    kept: 'id 46947750766',
  },
  'capture-message-id': { title: 'Invalid message_id, for a reaction', date: '2026-01-26', kept: 'id 35844996834' },
} as const satisfies Record<string, Source>
