import type { Shape } from './shape.ts'

/** One thing in which an answer differs from another of the same call. */
export interface ShapeDifference {
  readonly kind: 'missing' | 'added' | 'type' | 'word'
  /** JSON pointer; items of a list are `*`. */
  readonly where: string
  readonly says: string
}

/**
 * Compares two shapes. What only some of several objects have is no difference, and of an empty list nothing is known.
 * @param other how the one that it is compared with is called: `the twin`
 */
export function differences(mine: Shape, theirs: Shape, other: string, where = ''): ShapeDifference[] {
  return [
    ...ofType(mine, theirs, other, where),
    ...ofKeys(mine, theirs, other, where),
    ...ofItems(mine, theirs, other, where),
  ]
}

function ofType(mine: Shape, theirs: Shape, other: string, where: string): ShapeDifference[] {
  const strange = [...mine.types].filter((type) => !theirs.types.has(type) && !isPart(type, theirs.types))
  if (strange.length > 0) {
    const says = `${strange.join(' and ')} came; it is ${[...theirs.types].join(' or ')} with ${other}`
    return [{ kind: 'type', where, says }]
  }
  const words = theirs.words.size > 0 ? [...mine.words].filter((word) => !theirs.words.has(word)) : []
  return words.length > 0
    ? [{ kind: 'word', where, says: `${words.join(', ')} came; it is ${[...theirs.words].join(', ')} with ${other}` }]
    : []
}

/** An integer is a number. */
const isPart = (type: string, types: ReadonlySet<string>): boolean =>
  (type === 'integer' && types.has('number')) || (type === 'number' && types.has('integer'))

function ofKeys(mine: Shape, theirs: Shape, other: string, where: string): ShapeDifference[] {
  if (mine.objects === 0 || theirs.objects === 0) return []
  const missing = [...theirs.keys]
    .filter(([key, { count }]) => count === theirs.objects && !mine.keys.has(key))
    .map(([key]) => ({
      kind: 'missing' as const,
      where: `${where}/${key}`,
      says: `'${key}' is missing; ${other} has it`,
    }))
  const found = [...mine.keys].flatMap(([key, { shape }]): ShapeDifference[] => {
    const there = theirs.keys.get(key)
    if (there) return differences(shape, there.shape, other, `${where}/${key}`)
    return [{ kind: 'added', where: `${where}/${key}`, says: `'${key}' came, which ${other} does not have` }]
  })
  return [...missing, ...found]
}

function ofItems(mine: Shape, theirs: Shape, other: string, where: string): ShapeDifference[] {
  return mine.items && theirs.items ? differences(mine.items, theirs.items, other, `${where}/*`) : []
}
