import { operations } from './operations.ts'
import type { JsonSchema } from './schema.ts'
import { paramsName, replyName, webhookName } from './schema-names.ts'
import { webhooks } from './webhooks.ts'

/**
 * The schemas of all operations and webhooks in one document, for validators of any language: `#/$defs/SendMessageReply`.
 * What the schemas say is read alike by draft 7 and by draft 2020-12.
 */
export function schemaBundle(): object {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Contracts of the Marketing Messages API for WhatsApp',
    $comment: 'Made by mmgraph of its contracts. It was compared with documents of Meta, never with a live Graph.',
    $defs: { ...operationSchemas(), ...webhookSchemas() },
  }
}

export type NamedSchemas = Readonly<Record<string, JsonSchema>>

/** Parameters and reply of each operation. */
export function operationSchemas(): NamedSchemas {
  const named = operations.flatMap(({ name, params, reply }) => [
    [paramsName(name), portable(params)],
    [replyName(name), portable(reply)],
  ])
  return Object.fromEntries(named)
}

/** The value of a change, of each event of each field. */
export function webhookSchemas(): NamedSchemas {
  const named = webhooks.flatMap(({ field, events }) =>
    Object.entries(events).map(([event, { value }]) => [webhookName(field, event), portable(value)]),
  )
  return Object.fromEntries(named)
}

/** A schema with our own keyword marked as one, as validators and linters of others want it. */
export function portable(schema: JsonSchema): JsonSchema {
  return JSON.parse(JSON.stringify(schema), renamed) as JsonSchema
}

function renamed(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('caseless' in value)) return value
  const { caseless, ...rest } = value
  return typeof caseless === 'boolean' ? { ...rest, 'x-caseless': caseless } : value
}
