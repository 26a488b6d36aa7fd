import { inboundObjects } from '../inbound-messages.ts'
import { number, timestamp } from './message-shapes.ts'

const sent = { from: number, to: number, id: { type: 'string', pattern: '^wamid\\.' }, timestamp } as const

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

/** One message of the WhatsApp Business app, and what stands beside it. */
export const appMessage = <const P extends object, const R extends string>(
  type: AppMessageType | 'media_placeholder',
  more: P,
  required: readonly R[],
) =>
  ({
    type: 'object',
    properties: {
      ...sent,
      type: { const: type },
      ...(type !== 'media_placeholder' && { [type]: inboundObjects[type] }),
      ...more,
    },
    required: ['from', 'id', 'timestamp', 'type', ...(type === 'media_placeholder' ? [] : [type]), ...required],
    additionalProperties: false,
  }) as const
