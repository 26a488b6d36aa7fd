import type { JsonSchema } from '../schema.ts'
import type { Version } from '../versions.ts'

/** The version of this format. */
export const FORMAT = 1

/** `none`: the calls named no version, and got that of their app. */
export type AskedVersion = Version | 'none'

/** In which calls something was sent: of those that were answered, or only in such as were refused. */
export type Sent = 'every' | 'some' | 'refused'

/** `read`: the client took this very part. `copied`: it took all of an object, and what came of it cannot be seen. */
export type Reading = 'read' | 'copied'

/** Which parts of replies were touched, by JSON pointer (`*` for the elements of an array, and for names that are ids). */
export interface Reads {
  /** Of how many of the replies it could be seen. */
  readonly seen: 'all' | 'some' | 'none'
  readonly parts: Readonly<Record<string, Reading>>
}

export interface SentParam {
  readonly sent: Sent
  /** Types of JSON, as the contract reads what was sent. */
  readonly types: readonly string[]
  /** Those of the values that the contract itself names. */
  readonly values?: readonly string[]
}

/** What a client does with one operation in one version. */
export interface ClientCall {
  /** `graph`: what is no call of one operation, as a batch. */
  readonly operation: string
  readonly version: AskedVersion
  /** The method and the path, with types of nodes for ids. */
  readonly call: string
  readonly params: Readonly<Record<string, SentParam>>
  /** What `fields` asked for: `owner_business/name` is `owner_business{name}`. */
  readonly fields: Readonly<Record<string, Sent>>
  /** Names of headers on which the answer depends. */
  readonly headers: readonly string[]
  /** Whether any of the calls was answered with 200. */
  readonly answered: boolean
  /** Parts of the replies with 200. */
  readonly reads: Reads
  /** The errors that were met, and parts of their bodies. */
  readonly errors: Readonly<Record<string, Reads>>
}

/** What a client does with one event of webhooks, in the version of its subscription. */
export interface ClientWebhook {
  readonly field: string
  readonly event: string
  readonly version: Version
  /** The statuses of its answers; 0 where there was none. */
  readonly answers: readonly number[]
  /** Parts of `value`. */
  readonly reads: Reads
}

/** What a client sends, and what it reads of the answers: no ids, texts, numbers of people or secrets. */
export interface ClientContract {
  readonly contract: typeof FORMAT
  /** What was run. */
  readonly client: string
  /** The Graph that it ran against: the latest day, and the sides of rulings that were not those taken by default. */
  readonly graph: { readonly day: string; readonly rulings: Readonly<Record<string, string>> }
  readonly calls: readonly ClientCall[]
  readonly webhooks: readonly ClientWebhook[]
}

const text = { type: 'string' } as const
const version = { type: 'string', pattern: '^v\\d{1,3}\\.\\d{1,2}$', description: 'a version like v24.0' } as const
const sent = { enum: ['every', 'some', 'refused'] } as const
const pointers = { pattern: '^(/[^/]+)*$' } as const
const names = { type: 'array', items: text, uniqueItems: true } as const

/** Closed, and all of it must be there. */
const object = <P extends object>(properties: P, optional: readonly string[] = []) => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((key) => !optional.includes(key)),
  additionalProperties: false,
})

const reads = object({
  seen: { enum: ['all', 'some', 'none'] },
  parts: { type: 'object', propertyNames: pointers, additionalProperties: { enum: ['read', 'copied'] } },
})

const param = object({ sent, types: names, values: names }, ['values'])

/** The JSON schema of a file. */
export const clientSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'What a client of Graph sends, and what it reads of the answers',
  ...object({
    contract: { const: FORMAT },
    client: text,
    graph: object({
      day: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'a day like 2026-03-02' },
      rulings: { type: 'object', additionalProperties: text },
    }),
    calls: {
      type: 'array',
      items: object({
        operation: text,
        version: { anyOf: [version, { const: 'none' }] },
        call: text,
        params: { type: 'object', propertyNames: pointers, additionalProperties: param },
        fields: { type: 'object', additionalProperties: sent },
        headers: names,
        answered: { type: 'boolean' },
        reads,
        errors: { type: 'object', additionalProperties: reads },
      }),
    },
    webhooks: {
      type: 'array',
      items: object({
        field: text,
        event: text,
        version,
        answers: { type: 'array', items: { type: 'integer', minimum: 0, maximum: 599 } },
        reads,
      }),
    },
  }),
} as JsonSchema
