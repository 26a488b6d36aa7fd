/** Parameters and fields whose values are secrets: they are never kept. */
const SECRET_NAMES = [
  'access_token',
  'appsecret_proof',
  'client_secret',
  'fb_exchange_token',
  'input_token',
  'revoke_token',
  'verify_token',
  'code',
]
const MARK = '(secret)'
/** Access tokens, and app tokens of the form APP_ID|SECRET, wherever they stand in a text. */
const TOKEN = /EA[A-Za-z0-9][\w-]{9,}|\d{6,}(?:\||%7C)[\w-]{8,}|mmgraph[0-9a-f]{25}/gi
/** `verify_token=…`, `token=…`, `client_secret=…` in a URL, a form or an echo of one. */
const PAIR = /([\w.-]*(?:token|secret|proof|password|signature)[\w.-]*=)[^&\s"'<>]+/gi

/** No token is shorter, and no pair of a name and a secret. */
const SHORTEST = 8
const SUSPECT = /EA|[|=]|%7C|mmgraph/i

/** Whether what stands under this name is a secret. */
export function isSecretName(name: string): boolean {
  return SECRET_NAMES.includes(name.toLowerCase())
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

/** `code` is a secret as a text, and the number of an error elsewhere. */
function hides(key: string, value: unknown): boolean {
  return isSecretName(key) && !(key === 'code' && typeof value === 'number')
}

export function redactText(text: string): string {
  // Most texts are short or have none of the letters that any secret has: every call pays for this look.
  if (text.length < SHORTEST || !SUSPECT.test(text)) return text
  return text.replaceAll(TOKEN, MARK).replaceAll(PAIR, `$1${MARK}`)
}
