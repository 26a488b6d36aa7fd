/** The known word that is spelled most like another; undefined where none is like it. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  const most = Math.max(1, Math.floor(word.length / 3))
  const ranked = [...known].map((other) => [distance(word, other), other] as const).filter(([apart]) => apart <= most)
  return ranked.sort(([a], [b]) => a - b)[0]?.[1]
}

/** How many letters must be changed, added or taken away to make one word of another. */
function distance(one: string, other: string): number {
  // Words so unlike in length are not alike, and files may have very long ones.
  if (Math.abs(one.length - other.length) > LONGEST_APART) return Number.POSITIVE_INFINITY
  let above = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let row = 1; row <= one.length; row += 1) {
    const line = [row]
    for (let at = 1; at <= other.length; at += 1) {
      const changed = (above[at - 1] ?? 0) + Number(one[row - 1] !== other[at - 1])
      line.push(Math.min(changed, (above[at] ?? 0) + 1, (line[at - 1] ?? 0) + 1))
    }
    above = line
  }
  return above[other.length] ?? 0
}

const LONGEST_APART = 20

/** `did you mean x?`, or what there is. */
export function instead(word: string, known: readonly string[]): string {
  const like = nearest(word, known)
  if (like) return `did you mean ${like}?`
  return known.length > 0 ? `allowed are ${known.join(', ')}` : 'there is none'
}
