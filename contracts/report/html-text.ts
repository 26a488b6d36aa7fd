const MARKUP: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** A text as it may stand anywhere in a page, attributes included. Characters that no page may have are shown as �. */
export function escaped(text: string): string {
  return text
    .replaceAll(/[&<>"']/g, (character) => MARKUP[character] ?? '')
    .replaceAll(/[^\t\n\r\u0020-\u007e\u00a0-\uffff]/g, '�')
}

/** Longer ones would make the page of a hundred scenarios slow. */
const MOST_SHOWN = 20_000

/** A value on its lines, as JSON. */
export function jsonBlock(value: unknown, label: string): string {
  return textBlock(value === undefined ? 'nothing' : JSON.stringify(value, null, 2), label)
}

/** A text as it stands. */
export function textBlock(text: string, label: string): string {
  const left = text.length - MOST_SHOWN
  const shown = left > 0 ? `${text.slice(0, MOST_SHOWN)}\n… ${left} characters more` : text
  return `<pre tabindex="0" role="region" aria-label="${escaped(label)}">${escaped(shown)}</pre>`
}

const UNITS: readonly (readonly [string, number])[] = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1000],
]

/** A duration in its two largest units: `30 d`, `2 h 5 min`, `1.5 s`, `200 ms`. */
export function durationText(milliseconds: number): string {
  if (milliseconds < 1000) return `${milliseconds} ms`
  if (milliseconds < 60_000) return `${milliseconds / 1000} s`
  const parts: string[] = []
  let left = milliseconds
  for (const [unit, size] of UNITS) {
    const count = Math.floor(left / size)
    left -= count * size
    if (count > 0) parts.push(`${count} ${unit}`)
  }
  return parts.slice(0, 2).join(' ')
}

/** `2026-03-02 09:00:00` */
export const momentText = (at: number): string => new Date(at).toISOString().replace('T', ' ').replace(/\..*$/, '')

/** `1 step`, `2 steps` */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`
