/** Parameters and fields whose values are secrets: they are never kept. */
const SECRET_KEYS = new Set([
  'access_token',
  'appsecret_proof',
  'client_secret',
  'fb_exchange_token',
  'input_token',
  'revoke_token',
  'verify_token',
])
const MARK = '(secret)'
/** Access tokens, and app tokens of the form APP_ID|SECRET, wherever they stand in a text. */
const TOKEN = /EA[A-Za-z0-9]{10,}|\d{6,}(?:\||%7C)[A-Za-z0-9_-]{8,}/gi

/** A copy without secrets: what stands under a secret's name, and what looks like a token wherever it stands. */
export function redact(value: unknown): unknown {
  if (typeof value === 'string') return redactText(value)
  if (Array.isArray(value)) return value.map(redact)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, SECRET_KEYS.has(key) ? MARK : redact(inner)]),
  )
}

export function redactText(text: string): string {
  return text.replaceAll(TOKEN, MARK)
}
