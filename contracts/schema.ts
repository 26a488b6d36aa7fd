import type { FromSchema, JSONSchema } from 'json-schema-to-ts'

/** Plain JSON Schema (draft 7), written `as const` so that its type can be read off it. */
export type JsonSchema = Exclude<JSONSchema, boolean>

/** The TypeScript type of the values that a schema accepts. */
export type Static<S> = S extends JsonSchema ? FromSchema<S> : never
