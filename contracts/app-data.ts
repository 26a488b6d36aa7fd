import { flag, text } from './shapes.ts'

/** What can be asked of a number in the WhatsApp Business app, once each. @see sources coexistence */
export const syncTypes = ['smb_app_state_sync', 'history'] as const
export type SyncType = (typeof syncTypes)[number]

/** What became of a message of the past. @see sources history-webhook */
export const pastStatuses = ['DELIVERED', 'ERROR', 'PENDING', 'PLAYED', 'READ', 'SENT'] as const

/** What the app sends that webhooks tell of. A type that is not there is not built. */
export const appMessageTypes = [
  'text',
  'image',
  'video',
  'audio',
  'document',
  'sticker',
  'location',
  'contacts',
] as const

/** Those of them that are files. */
export const appMediaTypes = ['image', 'video', 'audio', 'document', 'sticker'] as const

export type AppMessageType = (typeof appMessageTypes)[number]

const digits = { type: 'string', pattern: '^[0-9]{7,15}$', description: 'a number in digits' } as const

/** An entry of the address book of the app. */
export const appContact = {
  type: 'object',
  properties: { phone_number: digits, full_name: text, first_name: text },
  required: ['phone_number', 'full_name'],
  additionalProperties: false,
} as const

const file = {
  type: 'object',
  properties: { caption: text, mime_type: text, filename: text },
  additionalProperties: false,
} as const

/** A message from before the number came to the Cloud API. */
export const pastMessage = {
  type: 'object',
  properties: {
    with: { ...digits, description: 'The number of the customer, in digits' },
    by: { enum: ['customer', 'business'], description: 'Who wrote it; the customer where absent' },
    ago: { ...text, description: 'How long before the number came to the Cloud API, like 3d' },
    status: { enum: pastStatuses, description: 'READ where absent' },
    text: { type: 'object', properties: { body: text }, required: ['body'], additionalProperties: false },
    image: file,
    video: file,
    audio: file,
    document: file,
    sticker: file,
  },
  required: ['with', 'ago'],
  additionalProperties: false,
} as const

/** What a WhatsApp Business app has, and whether its owner shares the chats. */
export const appData = {
  sharesHistory: { ...flag, description: 'Whether the owner shares the chats with the partner; true where absent' },
  contacts: { type: 'array', items: appContact },
  history: { type: 'array', items: pastMessage },
} as const
