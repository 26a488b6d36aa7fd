import { rulings } from '../../contracts/rulings.ts'
import { text } from '../../contracts/shapes.ts'

const sides = Object.fromEntries(
  Object.entries(rulings).map(([name, ruling]) => [
    name,
    { enum: Object.keys(ruling.sides), description: ruling.question },
  ]),
)

/** mmgraph.config.json: what `mmgraph check` is told of a project. */
export const checkConfig = {
  type: 'object',
  properties: {
    $schema: text,
    worlds: {
      type: 'array',
      items: text,
      minItems: 1,
      description: 'The worlds to begin with: names of shipped ones, or files, from the folder of this one',
    },
    rulings: {
      type: 'object',
      properties: sides,
      additionalProperties: false,
      description: 'The side that every world takes where Meta contradicts itself',
    },
    env: {
      type: 'object',
      propertyNames: { pattern: '^[A-Za-z_][A-Za-z0-9_]*$' },
      additionalProperties: text,
      description: 'What the command gets under names of its own, as "{url}/{version}" or "{client_business_token}"',
    },
    suppress: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          rule: { ...text, minLength: 1, description: 'The rule of the findings that are not wanted' },
          contract: { ...text, minLength: 1, description: 'Only those about this operation, webhook or duty' },
          reason: { ...text, pattern: '\\S', description: 'a reason, which every report shows' },
        },
        required: ['rule', 'reason'],
        additionalProperties: false,
      },
    },
    timeout: {
      type: 'string',
      pattern: '^\\d{1,9}(\\.\\d{1,3})?(ms|s|m|h)$',
      description: 'a duration like 90s or 5m: how long the command may take',
    },
  },
  additionalProperties: false,
} as const

/** A config file, held to its schema. */
export interface CheckConfig {
  readonly worlds?: readonly string[]
  readonly rulings?: Readonly<Record<string, string>>
  readonly env?: Readonly<Record<string, string>>
  readonly suppress?: readonly Suppression[]
  readonly timeout?: string
}

/** Findings that somebody has a reason for. */
export interface Suppression {
  readonly rule: string
  readonly contract?: string
  readonly reason: string
}
