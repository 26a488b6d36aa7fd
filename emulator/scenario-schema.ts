import { errors } from '../contracts/errors.ts'
import { operations } from '../contracts/operations.ts'
import { rulings } from '../contracts/rulings.ts'
import { subscribable } from '../contracts/webhooks.ts'
import { COMPANIONS, VERBS } from '../scenarios/check-step.ts'
import { scenario, step, webhook } from '../scenarios/format.ts'
import { happenings } from './happenings.ts'
import { shippedWorlds } from './world/load.ts'

interface Schema {
  readonly [keyword: string]: unknown
}

/** Names to choose from, each with what an editor shows beside it. */
const choice = (named: Readonly<Record<string, string>>): Schema => ({
  enum: Object.keys(named),
  enumDescriptions: Object.values(named),
})

const errorNames = choice(Object.fromEntries(Object.entries(errors).map(([name, { message }]) => [name, message])))
const fieldNames = { enum: subscribable }
const publicHappenings = happenings.map(({ contract }) => contract).filter(({ internal }) => !internal)

/**
 * scenarios/scenario.schema.json: for editors that complete and check scenario files. It is the schema of the format with
 * all names that are the same in every world.
 */
export function scenarioSchemaFile(): string {
  const { properties } = scenario
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'A scenario of mmgraph',
    ...scenario,
    properties: {
      ...properties,
      world: { ...properties.world, anyOf: [{ enum: shippedWorlds() }, { pattern: '\\.json$' }] },
      rulings: { ...properties.rulings, properties: sidesOfRulings(), additionalProperties: false },
      hears: {
        ...properties.hears,
        additionalProperties: { ...properties.hears.additionalProperties, items: fieldNames },
      },
      steps: { ...properties.steps, items: stepSchema() },
    },
  }
  return `${JSON.stringify(schema, null, 2)}\n`
}

function sidesOfRulings(): Schema {
  const sides = Object.entries(rulings).map(([name, ruling]) => [
    name,
    {
      description: ruling.question,
      ...choice(Object.fromEntries(Object.entries(ruling.sides).map(([side, { says }]) => [side, says]))),
    },
  ])
  return Object.fromEntries(sides)
}

function stepSchema(): Schema {
  const { properties } = step
  const { fault, expect } = properties
  const one = {
    ...webhook,
    properties: { ...webhook.properties, field: { ...webhook.properties.field, ...fieldNames } },
  }
  const operationNames = { enum: operations.map(({ name }) => name) }
  return {
    ...step,
    properties: {
      ...properties,
      happens: {
        ...properties.happens,
        ...choice(Object.fromEntries(publicHappenings.map(({ name, says }) => [name, says]))),
      },
      webhook: {
        description: properties.webhook.description,
        anyOf: [one, { type: 'array', items: one, minItems: 1 }],
      },
      fault: {
        ...fault,
        properties: {
          ...fault.properties,
          error: { ...fault.properties.error, ...errorNames },
          operation: { ...fault.properties.operation, ...operationNames },
        },
      },
      expect: { ...expect, properties: { ...expect.properties, error: { ...expect.properties.error, ...errorNames } } },
    },
    anyOf: VERBS.map((verb) => ({ required: [verb] })),
    dependencies: Object.fromEntries(Object.entries(COMPANIONS).map(([key, verb]) => [key, [verb]])),
    allOf: publicHappenings.map(needsOf),
  }
}

/** What a happening needs, by name: values may be words, which stand for anything. One that is to be refused may have more. */
function needsOf({ name, nodes, params }: (typeof publicHappenings)[number]): Schema {
  const described = Object.entries(params.properties ?? {}).map(([key, value]) => [key, describing(value)])
  const needs = {
    ...Object.fromEntries(
      Object.entries(nodes).map(([key, type]) => [key, { description: `A ${type}, by id or name` }]),
    ),
  }
  const refused = { properties: { expect: { required: ['refused'] } }, required: ['expect'] }
  return {
    if: { properties: { happens: { const: name } }, required: ['happens'], not: refused },
    // biome-ignore lint/suspicious/noThenProperty: it is a keyword of JSON Schema
    then: {
      properties: { with: { properties: { ...needs, ...Object.fromEntries(described) }, additionalProperties: false } },
    },
  }
}

function describing(schema: unknown): Schema {
  const { description } = (typeof schema === 'object' ? (schema ?? {}) : {}) as { description?: string }
  return description === undefined ? {} : { description }
}
