import type { Option } from 'commander'
import type { JsonSchema } from '../../../contracts/schema.ts'
import * as parse from '../options.ts'

/** What the value of an option is in a config file. */
export type Kind = 'flag' | 'list' | 'map' | 'number' | 'text'

type Parse = (text: string, known: never) => unknown

/** What parses an option tells what it is; all others are texts. */
const KINDS = new Map<Parse, Kind>([
  [parse.listOfIds, 'list'],
  [parse.nameList, 'list'],
  [parse.reason, 'map'],
  [parse.rulingSide, 'map'],
  [parse.variable, 'map'],
  [parse.inputNumber, 'number'],
  [parse.jobsNumber, 'number'],
  [parse.manyNumber, 'number'],
  [parse.portNumber, 'number'],
  [parse.rateNumber, 'number'],
  [parse.secondsNumber, 'number'],
])

export function kindOf({ required, optional, variadic, parseArg }: Option): Kind {
  if (!required && !optional) return 'flag'
  if (variadic) return 'list'
  return KINDS.get(parseArg as Parse) ?? 'text'
}

const texts = { type: 'array', items: { type: 'string' } } as const
const SCHEMAS: Readonly<Record<Kind, JsonSchema>> = {
  flag: { type: 'boolean' },
  list: texts,
  map: { type: 'object', additionalProperties: { type: 'string' } },
  number: { type: 'number' },
  text: { type: 'string' },
}

/** What a config file may say of an option. A description would be taken for what a value must be. */
export function schemaOf(option: Option): JsonSchema {
  const { argChoices, description: title } = option
  return { title, ...(argChoices ? { enum: argChoices } : SCHEMAS[kindOf(option)]) }
}

/** Whether it names files, which a config file means from its own folder. */
export function namesFiles({ flags }: Option): boolean {
  return /<(?:file|folder)>|\|file\b/.test(flags)
}

/**
 * What an option comes to, from the texts of a command line, of a variable or of a config file.
 * @throws InvalidArgumentError
 */
export function optionValue(option: Option, texts: readonly string[]): unknown {
  const kind = kindOf(option)
  const { parseArg, variadic, defaultValue } = option as Option & {
    parseArg?: (text: string, known: unknown) => unknown
  }
  if (variadic || !parseArg) return kind === 'list' ? texts : texts[0]
  const known = kind === 'map' ? defaultValue : undefined
  return texts.reduce<unknown>((value, text) => parseArg(text, value), known)
}
