import JSON5 from 'json5'

/** Graph reads JSON in parameters leniently: its own samples have single quotes. Undefined when it is none. */
export function lenientJson(text: string): unknown {
  if (isDeep(text.replaceAll("'", '"'))) return undefined
  try {
    return JSON5.parse(text)
  } catch {
    return undefined
  }
}

/** Deeper than any parameter, and shallow enough for every function that walks it. */
export const DEEPEST_JSON = 64

export function isDeep(text: string): boolean {
  if (!hasManyOpenings(text)) return false
  let depth = 0
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[{\]}]/g)) {
    if (token === '[' || token === '{') depth += 1
    else if (token === ']' || token === '}') depth -= 1
    if (depth > DEEPEST_JSON) return true
  }
  return false
}

/** Brackets inside strings count here too: what has few is not deep, and that is nearly everything. */
function hasManyOpenings(text: string): boolean {
  let openings = 0
  for (const bracket of ['{', '[']) {
    for (let at = text.indexOf(bracket); at >= 0; at = text.indexOf(bracket, at + 1)) {
      openings += 1
      if (openings > DEEPEST_JSON) return true
    }
  }
  return false
}
