import type { Place } from './position.ts'

/** Far longer than any scenario that people write. */
export const MOST_CHARACTERS = 1_000_000

const START: Place = { line: 1, col: 1 }

/** Whether a file is a text at all, as it was decoded from UTF-8: what is none has become U+FFFD. */
export function checkText(text: string, refuse: (place: Place, reason: string) => never): void {
  if (text.length > MOST_CHARACTERS) {
    refuse(START, `it has ${text.length} characters; a scenario has at most ${MOST_CHARACTERS}`)
  }
  // In UTF-16 every letter of English has a zero beside it.
  if (/^\ufffd{2}|^\0[^\0]\0[^\0]|^[^\0]\0[^\0]\0/.test(text)) refuse(START, 'it is UTF-16; save it as UTF-8')
  const at = text.search(/[\0\ufffd]/)
  if (at >= 0) refuse(placeIn(text, at), 'here are bytes that are no text; a scenario is a text in UTF-8')
}

function placeIn(text: string, at: number): Place {
  const before = text.slice(0, at).split('\n')
  return { line: before.length, col: (before.at(-1)?.length ?? 0) + 1 }
}
