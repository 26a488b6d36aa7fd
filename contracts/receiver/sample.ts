import type { JsonSchema } from '../schema.ts'
import { type Maker, secondsText } from './maker.ts'

/** `whole`: with all that may be there. `lean`: with what must be there. */
export type Extent = 'whole' | 'lean'

/**
 * A value of a schema, in plain ASCII and without slashes. Where a schema leaves a choice the `turn` makes it: turns from
 * 0 to `turnsOf` meet each at least once.
 */
export function sampleOf(schema: JsonSchema, maker: Maker, turn: number, extent: Extent): unknown {
  return valueFor(schema, '', { maker, turn, extent })
}

interface Choice {
  readonly maker: Maker
  readonly turn: number
  readonly extent: Extent
}

/** How many choices the widest place of a schema has. */
export function turnsOf(schema: JsonSchema): number {
  const inner = [...branchesOf(schema), ...Object.values(propertiesOf(schema)), itemsOf(schema)]
  const widths = inner.filter((one) => one !== undefined).map(turnsOf)
  return Math.max(1, branchesOf(schema).length, ...widths)
}

function valueFor(schema: JsonSchema, name: string, choice: Choice): unknown {
  if (schema.const !== undefined) return schema.const
  const options = (schema.enum ?? branchesOf(schema)) as readonly unknown[]
  const chosen = options[choice.turn % options.length]
  if (schema.enum) return chosen
  if (chosen) return valueFor(chosen as JsonSchema, name, choice)
  const [type] = [schema.type].flat()
  return typed(String(type), schema, name, choice)
}

function typed(type: string, schema: JsonSchema, name: string, choice: Choice): unknown {
  if (type === 'object') return objectOf(schema, choice)
  if (type === 'array') return [valueFor(itemsOf(schema) ?? {}, name, choice)]
  if (type === 'boolean') return choice.turn % 2 === 0
  if (type === 'number') return 12.5
  if (type === 'integer') return name.includes('time') || name === 'expiration' ? choice.maker.at / 1000 : 7
  if (type === 'null') return null
  return textOf(schema, name, choice.maker)
}

function objectOf(schema: JsonSchema, choice: Choice): object {
  const known = Object.entries(propertiesOf(schema))
  const wanted = choice.extent === 'whole' ? known : known.filter(([key]) => schema.required?.includes(key))
  return Object.fromEntries(wanted.map(([key, of]) => [key, valueFor(of, key, choice)]))
}

/** Texts of each pattern that a contract of a webhook has. */
const PATTERNS: Readonly<Record<string, (maker: Maker) => string>> = {
  '^wamid\\.': ({ message }) => message(),
  '^[0-9]{10}$': ({ at }) => secondsText(at),
  '^[0-9]{7,15}$': ({ number }) => number(),
  '^[0-9]{1,16}$': ({ id }) => id(),
  '^[A-Za-z0-9+/=_-]{16,}$': ({ id }) => `group-${id()}`,
  '^[A-Z]{2}\\.(ENT\\.)?[0-9A-Za-z]{1,128}$': ({ id }) => `US.${id()}`,
  '^@': () => '@juniper',
  '^[A-Z]{2}$': () => 'IN',
  '^[0-9]+:[0-9]*$': () => '25000001:50000000',
  '^[0-9]{4}-[0-9]{2}$': ({ at }) => new Date(at).toISOString().slice(0, 7),
}

/** Texts that mean something, by the key that they stand under. */
const WORDS: Readonly<Record<string, (maker: Maker) => string>> = {
  name: () => 'Ada Juniper',
  mime_type: () => 'image-png',
  currency: () => 'USD',
  id: ({ id }) => id(),
  phone_number: ({ number }) => number(),
  from: ({ number }) => number(),
}

/** @throws when a contract has a pattern that stands in no table */
function textOf({ pattern }: JsonSchema, name: string, maker: Maker): string {
  if (pattern === undefined) return WORDS[name]?.(maker) ?? `a ${name.replaceAll('_', ' ') || 'text'}`
  const make = PATTERNS[pattern]
  if (!make) throw new Error(`no text is known for the pattern ${pattern}`)
  return make(maker)
}

function branchesOf(schema: JsonSchema): readonly JsonSchema[] {
  return (schema.anyOf ?? []) as readonly JsonSchema[]
}

function propertiesOf(schema: JsonSchema): Readonly<Record<string, JsonSchema>> {
  return (schema.properties ?? {}) as Readonly<Record<string, JsonSchema>>
}

function itemsOf(schema: JsonSchema): JsonSchema | undefined {
  return schema.items as JsonSchema | undefined
}
