import { isDeepStrictEqual } from 'node:util'
import type { ScenarioFile } from '../format.ts'

/** How a scenario names its world: one that ships with what is otherwise in it, or a file beside it. */
export type WorldSaid = Pick<ScenarioFile, 'world' | 'change' | 'rulings'> | { readonly beside: true }

type Part = Readonly<Record<string, unknown>>

/** A change that is larger than this part of a world is read worse than the world itself. */
const MOST = 0.4

/** @param shipped the worlds that ship, by name */
export function worldSaid(file: Part, shipped: Readonly<Record<string, Part>>): WorldSaid {
  const known = Object.entries(shipped).map(([world, base]) => ({ world, change: changeTo(base, file) }))
  const [least] = known.toSorted((a, b) => lengthOf(a.change) - lengthOf(b.change))
  if (!least || lengthOf(least.change) > MOST * lengthOf(file)) return { beside: true }
  const { rulings, ...change } = least.change
  const isPlain = Object.values((rulings as Part | undefined) ?? {}).every((side) => side !== null)
  const whole = isPlain ? change : least.change
  return {
    world: least.world,
    ...(Object.keys(whole).length > 0 && { change: whole }),
    ...(rulings !== undefined && isPlain && { rulings: rulings as Record<string, string> }),
  }
}

const lengthOf = (value: unknown): number => JSON.stringify(value).length

/** What laid over the one gives the other: null takes a key away, lists are replaced. */
function changeTo(from: Part, to: Part): Part {
  const gone = Object.keys(from).filter((key) => !Object.hasOwn(to, key))
  const changed = Object.entries(to).filter(([key, value]) => !isDeepStrictEqual(from[key], value))
  return Object.fromEntries([
    ...gone.filter((key) => key !== '$schema').map((key) => [key, null] as const),
    ...changed.filter(([key]) => key !== '$schema').map(([key, value]) => [key, changeIn(from[key], value)] as const),
  ])
}

function changeIn(from: unknown, to: unknown): unknown {
  return isPart(from) && isPart(to) ? changeTo(from, to) : to
}

const isPart = (value: unknown): value is Part => typeof value === 'object' && value !== null && !Array.isArray(value)
