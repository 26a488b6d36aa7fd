import type { AppMessageType } from '../app-data.ts'
import { inboundObjects } from '../inbound-messages.ts'
import { number, timestamp } from './message-shapes.ts'

const sent = { from: number, to: number, id: { type: 'string', pattern: '^wamid\\.' }, timestamp } as const

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
