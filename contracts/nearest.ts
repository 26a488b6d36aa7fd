/** The known word that is spelled most like another; undefined where none is like it. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  const most = Math.max(word.length > 3 ? 2 : 1, Math.floor(word.length / 3))
  const ranked = [...known].map((other) => [distance(word, other), other] as const).filter(([apart]) => apart <= most)
  return ranked.sort(([a], [b]) => a - b)[0]?.[1]
}

/** How many letters must be changed, added, taken away or swapped with the next to make one word of another. */
function distance(one: string, other: string): number {
  // Words so unlike in length are not alike, and files may have very long ones.
  if (Math.abs(one.length - other.length) > LONGEST_APART) return Number.POSITIVE_INFINITY
  let rows: Rows = [[], Array.from({ length: other.length + 1 }, (_, at) => at)]
  for (let row = 1; row <= one.length; row += 1) rows = [rows[1], nextRow(one, other, row, rows)]
  return rows[1][other.length] ?? 0
}

/** Two rows of the table of distances, the upper one first. */
type Rows = readonly [readonly number[], readonly number[]]

function nextRow(one: string, other: string, row: number, [before, above]: Rows): number[] {
  const line = [row]
  for (let at = 1; at <= other.length; at += 1) {
    const changed = (above[at - 1] ?? 0) + Number(one[row - 1] !== other[at - 1])
    const isSwap = row > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1]
    const swapped = isSwap ? (before[at - 2] ?? 0) + 1 : changed
    line.push(Math.min(changed, swapped, (above[at] ?? 0) + 1, (line[at - 1] ?? 0) + 1))
  }
  return line
}

const LONGEST_APART = 20

/** `did you mean x?`, or what there is. */
export function instead(word: string, known: readonly string[]): string {
  const like = nearest(word, known)
  if (like) return `did you mean ${like}?`
  return known.length > 0 ? `allowed are ${listed(known)}` : 'there is none'
}

/** More names than these nobody reads. */
const MOST_LISTED = 12

/** `a, b, c`, and of many how many more: `… and 208 more`. */
export function listed(names: readonly string[]): string {
  const more = names.length - MOST_LISTED
  return more > 1 ? `${names.slice(0, MOST_LISTED).join(', ')}, … and ${more} more` : names.join(', ')
}
