import { text } from '../shapes.ts'

const answer = <const T extends string, const P extends object>(type: T, object: P) =>
  ({
    type: 'object',
    properties: { type: { const: type }, [type as T]: object } as { type: { const: T } } & { [K in T]: P },
    required: ['type', type],
    additionalProperties: false,
  }) as const

/** What a customer chose or filled in in an interactive message. */
export const interactive = {
  anyOf: [
    answer('button_reply', {
      type: 'object',
      properties: { id: text, title: text },
      required: ['id', 'title'],
      additionalProperties: false,
    }),
    answer('list_reply', {
      type: 'object',
      properties: { id: text, title: text, description: text },
      required: ['id', 'title'],
      additionalProperties: false,
    }),
    answer('nfm_reply', {
      type: 'object',
      properties: { name: text, body: text, response_json: text },
      required: ['response_json'],
      additionalProperties: false,
    }),
    answer('call_permission_reply', {
      type: 'object',
      properties: {
        response: { enum: ['accept', 'reject'] },
        expiration_timestamp: text,
        response_source: text,
        is_permanent: { type: 'boolean' },
      },
      required: ['response'],
    }),
  ],
} as const
