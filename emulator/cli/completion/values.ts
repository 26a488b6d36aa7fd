import { duties } from '../../../contracts/duties.ts'
import { rulings } from '../../../contracts/rulings.ts'
import { versions } from '../../../contracts/versions.ts'
import { tourErrors } from '../../check/tour-stops.ts'
import { shippedWorlds } from '../../world/load.ts'

/** What may stand in the place of a placeholder like `<version>`. */
export interface Values {
  readonly words: () => readonly string[]
  /** Files or folders may stand there as well, or alone: of files these endings, all where there are none. */
  readonly files?: readonly string[] | 'folders'
  /** Several may stand there, with commas between. */
  readonly listed?: true
}

const nothing = (): readonly string[] => []
const FILES: Values = { words: nothing, files: [] }
const SCENARIOS: Values = { words: nothing, files: ['yaml', 'yml'] }
const DUTIES: Values = { words: () => duties.map(({ id }) => id), listed: true }

/** By what stands in the brackets of an option or an argument, without its dots. Placeholders of free texts are not here. */
export const VALUES: Readonly<Record<string, Values>> = {
  file: FILES,
  files: SCENARIOS,
  folder: { words: nothing, files: 'folders' },
  journal: { words: nothing, files: ['json'] },
  spec: FILES,
  other: FILES,
  command: FILES,
  'name|file': { words: shippedWorlds, files: ['json'] },
  version: { words: () => Object.keys(versions) },
  duties: DUTIES,
  'duty=reason': { words: () => duties.map(({ id }) => `${id}=`) },
  'all|name,': { words: () => ['all', ...Object.keys(rulings)], listed: true },
  'name,': { words: () => tourErrors, listed: true },
  'name=side': { words: rulingSides },
}

/** Placeholders of texts, numbers and addresses that nobody but the caller knows. */
export const FREE: ReadonlySet<string> = new Set([
  'address',
  'day',
  'duration',
  'host',
  'id',
  'name=value',
  'number',
  'reason',
  'secret',
  'seed',
  'text',
  'time',
  'token',
  'url',
  'word',
])

function rulingSides(): string[] {
  return Object.entries(rulings).flatMap(([name, { sides }]) => Object.keys(sides).map((side) => `${name}=${side}`))
}

/** `--world <name|file...>` -> `name|file`; undefined of what takes nothing. */
export function placeholderOf(flags: string): string | undefined {
  return /[<[]([^>\]]*?)(?:\.{3})?[>\]]/.exec(flags)?.[1]
}
