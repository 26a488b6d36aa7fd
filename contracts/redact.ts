/** Parameters and fields whose values are secrets: they are never kept. */
const SECRET_NAME = /token|secret|proof|passw|signature|^code$|^pin$/i
/** Names that sound like it and hold none. */
const HARMLESS = new Set(['token_type', 'set_token_expires_in_60_days', 'error_subcode'])
/** What stands where a secret stood. */
export const MARK = '(secret)'
/** Access tokens, app tokens of the form APP_ID|SECRET, login codes and our secrets, wherever they stand in a text. */
const TOKEN =
  /EAAMMGRAPH[\w-]*(?:\.[\w-]+)*|(?<![A-Za-z0-9_])(?:EA|AQ)[A-Za-z][\w-]{17,}|(?<!\d)\d{6,20}(?:\||%7C)[\w-]{8,}|mmgraph[0-9a-f]{25}/g
/**
 * `verify_token=…`, `client_secret=…`, `code=…` in a URL, a form or an echo of one. Names are bounded, so that no text makes
 * this search slow.
 */
const PAIR = /((?<![\w.-])(?:[\w.-]{0,40}(?:token|secret|proof|passw|signature)[\w.-]{0,40}|code)=)[^&\s"'<>]+/gi
/** The same in JSON that stands in a text. */
const JSON_PAIR = /("(?:[^"\\]{0,40}(?:token|secret|proof|passw|signature)[^"\\]{0,40}|code)"\s*:\s*)"[^"]*"?/gi
/** `http://user:password@host`. */
const USERINFO = /(:\/\/)[^/@\s]+@/g

/** Whether what stands under this name is a secret. */
export function isSecretName(name: string): boolean {
  return SECRET_NAME.test(name) && !HARMLESS.has(name)
}

/** A copy without secrets: what stands under a secret's name, and what looks like a token wherever it stands. */
export function redact(value: unknown): unknown {
  if (typeof value === 'string') return redactText(value)
  if (Array.isArray(value)) return value.map(redact)
  if (typeof value !== 'object' || value === null) return value
  const copy: Record<string, unknown> = {}
  for (const key of Object.keys(value)) {
    const inner = (value as Record<string, unknown>)[key]
    copy[redactText(key)] = hides(key, inner) ? MARK : redact(inner)
  }
  return copy
}

/** `en`, `en_US`, `zh_Hant_HK`. */
const LANGUAGE = /^[a-z]{2,3}(?:_[A-Za-z]{2,4}){0,2}$/

/** `code` is a secret as a text, but for the code of a language; as a number it is that of an error. */
function hides(key: string, value: unknown): boolean {
  if (key === 'code') return typeof value === 'string' && !LANGUAGE.test(value)
  return isSecretName(key)
}

/** No token is shorter, and no pair of a name and a secret. */
const SHORTEST = 8
const SUSPECT = /EA|AQ|[|=@]|%7C|mmgraph|"\s*:/

export function redactText(text: string): string {
  // Most texts are short or have none of the letters that any secret has: every call pays for this look.
  if (text.length < SHORTEST || !SUSPECT.test(text)) return text
  const plain = text.replaceAll(TOKEN, MARK).replaceAll(PAIR, `$1${MARK}`)
  return plain.replaceAll(JSON_PAIR, `$1"${MARK}"`).replaceAll(USERINFO, `$1${MARK}@`)
}
