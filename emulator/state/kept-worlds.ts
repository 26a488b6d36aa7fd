import type { JournalRow } from '../world/input.ts'
import { wayOut } from './append-file.ts'
import { BrokenState } from './broken-state.ts'
import type { Entry, Opening } from './entry.ts'

/** A world as a state file has it. */
export interface KeptWorld {
  /** The version that wrote the file. */
  readonly mmgraph: string
  readonly opening: Opening
  readonly inputs: readonly JournalRow[]
  readonly running: boolean
  /** Digest of its state, where the emulator was stopped in order and nothing came afterwards. */
  readonly digest: string | undefined
}

interface Reading {
  opening: Opening
  inputs: JournalRow[]
  running: boolean
  digest: string | undefined
}

/**
 * The worlds that there were at the end of a state file, in the order in which they began.
 * @throws BrokenState where a line is missing, or stands twice
 */
export function keptWorlds(path: string, entries: readonly Entry[]): readonly KeptWorld[] {
  const worlds = new Map<string, Reading>()
  for (const [at, entry] of entries.entries()) {
    const gap = gapBefore(worlds, entry)
    if (gap) throw new BrokenState(`${path}:${at + 1} ${gap}. ${wayOut(path, at + 1)}`)
    take(worlds, entry)
  }
  const [first] = entries
  const mmgraph = first && 'state' in first ? first.mmgraph : ''
  return [...worlds.values()].map((world) => ({ mmgraph, ...world }))
}

/** What is missing before a line, in words. */
function gapBefore(worlds: ReadonlyMap<string, Reading>, entry: Entry): string | undefined {
  if (!('of' in entry)) return undefined
  const world = worlds.get(entry.of)
  if (!world) return `is of the world ${entry.of}, and no line before it opens that`
  if (!('input' in entry) || entry.input.n === world.inputs.length + 1) return undefined
  return `has input ${entry.input.n} of the world ${entry.of}, and ${world.inputs.length + 1} was to come`
}

function take(worlds: Map<string, Reading>, entry: Entry): void {
  if ('open' in entry) worlds.set(entry.open.id, begun(entry.open))
  if ('drop' in entry) worlds.delete(entry.drop)
  if ('stopped' in entry) for (const [id, world] of worlds) world.digest = entry.stopped[id]
  const world = 'of' in entry && worlds.get(entry.of)
  if (world && 'running' in entry) world.running = entry.running
  if (world && 'input' in entry) enter(world, entry.input)
}

function begun(opening: Opening): Reading {
  return { opening, inputs: [], running: false, digest: undefined }
}

function enter(world: Reading, input: JournalRow): void {
  world.inputs.push(input)
  world.digest = undefined
}
