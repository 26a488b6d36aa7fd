/** Schemas that several contracts share. */

/** A Graph id: decimal digits, always a JSON string, and below 2^53 because published clients read it as a number. */
export const nodeId = { type: 'string', pattern: '^[0-9]{1,16}$' } as const

export const text = { type: 'string' } as const
export const flag = { type: 'boolean' } as const
export const integer = { type: 'integer' } as const

/** A field that Graph has and this emulator cannot answer yet. */
export const notBuilt = { schema: {}, notBuilt: true } as const

/** `{"success":true}`, what updates and deletions answer. */
export const success = {
  type: 'object',
  properties: { success: { const: true } },
  required: ['success'],
  additionalProperties: false,
} as const

/** The parameters of an operation that takes none. */
export const noParams = { type: 'object', properties: {} } as const

/** `paging` of a page of nodes. */
export const paging = {
  type: 'object',
  properties: {
    cursors: {
      type: 'object',
      properties: { before: text, after: text },
      required: ['before', 'after'],
      additionalProperties: false,
    },
    next: text,
    previous: text,
  },
  additionalProperties: false,
} as const

/** `a,b{c}`, or a list of such. */
export const fields = { anyOf: [text, { type: 'array', items: text }] } as const

/** Parameters that every edge that lists nodes understands. */
export const pageParams = {
  fields,
  limit: { type: 'integer', minimum: 0 },
  after: text,
  before: text,
  summary: text,
} as const

/** Status of marketing messages onboarding as an object, on a business. `TERM` without an s is Meta's spelling. */
export const onboardingStatus = {
  type: 'object',
  properties: { status: { enum: ['TERM_OF_SERVICE_SIGNED', 'REQUEST_SENT', 'NOT_STARTED'] }, time: text },
  required: ['status'],
  additionalProperties: false,
} as const
