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

/** Whether what stands under this name is a secret. */
export function isSecretName(name: string): boolean {
  return SECRET_NAMES.includes(name.toLowerCase())
}

/** A copy without secrets: what stands under a secret's name, and what looks like a token wherever it stands. */
export function redact(value: unknown): unknown {
  if (typeof value === 'string') return redactText(value)
  if (Array.isArray(value)) return value.map(redact)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [redactText(key), hides(key, inner) ? MARK : redact(inner)]),
  )
}

/** `code` is a secret as a text, and the number of an error elsewhere. */
function hides(key: string, value: unknown): boolean {
  return isSecretName(key) && !(key === 'code' && typeof value === 'number')
}

export function redactText(text: string): string {
  return text.replaceAll(TOKEN, MARK).replaceAll(PAIR, `$1${MARK}`)
}
