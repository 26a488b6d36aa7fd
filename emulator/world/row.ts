import type { nodeSections, WorldFile } from './file.ts'
import { BrokenWorld } from './load.ts'
import type { World } from './world.ts'

export type Section = keyof typeof nodeSections

/** What a row needs to become an entity. */
export interface Building {
  readonly world: World
  readonly id: string
  readonly name: string
  /** The id of the row that a name refers to. @throws BrokenWorld when that section has no such row */
  readonly ref: (section: Section, name: string, field: string) => string
  /** A moment of the row, in milliseconds. @throws BrokenWorld when there is no such day */
  readonly moment: (text: string, field: string) => number
  /** Ends the building, as a value of the row cannot be. @throws BrokenWorld */
  readonly refuse: (field: string, reason: string) => never
  readonly refs: (section: Section, names: readonly string[] | undefined, field: string) => string[]
}

/** What a row of a section sees of the rest of its file. */
export function building(world: World, file: WorldFile, section: string, name: string): Building {
  const ref: Building['ref'] = (target, wanted, field) => {
    const rows = Object.keys(file[target] ?? {})
    const id = rows.includes(wanted) ? world.names[wanted] : undefined
    if (id) return id
    const allowed = rows.length ? `those are ${rows.join(', ')}` : 'there are none'
    throw new BrokenWorld(
      world.name,
      `/${section}/${name}/${field}`,
      `'${wanted}' is none of the ${target}; ${allowed}`,
    )
  }
  const refs: Building['refs'] = (target, names = [], field) => names.map((wanted) => ref(target, wanted, field))
  const moment: Building['moment'] = (text, field) => momentOf(world.name, `/${section}/${name}/${field}`, text)
  const refuse: Building['refuse'] = (field, reason) => {
    throw new BrokenWorld(world.name, `/${section}/${name}/${field}`, reason)
  }
  return { world, id: world.names[name] ?? '', name, ref, refs, moment, refuse }
}

/** Days that a calendar does not have match the pattern of the schema; they end here. */
export function momentOf(file: string, where: string, text: string): number {
  const moment = Date.parse(text)
  if (Number.isNaN(moment)) throw new BrokenWorld(file, where, `'${text}' is no day that there is`)
  return moment
}
