type Params = Readonly<Record<string, unknown>>

/** Names and values; of a name that comes twice the last. */
export function pairsOf(pairs: Iterable<readonly [string, unknown]>): Params {
  return Object.fromEntries([...pairs].map(([name, value]) => [name, plainValue(value)]))
}

/** Of a file only what it is. */
function plainValue(value: unknown): unknown {
  return value instanceof Blob ? `(${value.size} bytes of ${value.type || 'no type'})` : value
}

/** The parameters in a body: JSON, a form, or what it is where it is neither. */
export async function bodyOf(body: unknown, contentType: string): Promise<Params> {
  if (body === undefined || body === null) return {}
  if (body instanceof FormData || body instanceof URLSearchParams) return pairsOf(body)
  if (body instanceof Blob) return { file: plainValue(body) }
  const text = await textOf(body)
  if (/[/+]json/i.test(contentType) || text.trimStart().startsWith('{')) return jsonParams(text)
  if (/multipart/i.test(contentType)) return formParams(text, contentType)
  return /urlencoded|^text\/|^$/i.test(contentType) ? pairsOf(new URLSearchParams(text)) : { file: '(bytes)' }
}

const textOf = (body: unknown): Promise<string> =>
  new Response(body as ConstructorParameters<typeof Response>[0]).text()

function jsonParams(text: string): Params {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Params) : { body: value }
  } catch {
    return { body: '(broken JSON)' }
  }
}

async function formParams(text: string, contentType: string): Promise<Params> {
  try {
    return pairsOf(await new Response(text, { headers: { 'content-type': contentType } }).formData())
  } catch {
    return { body: '(broken form)' }
  }
}

/** The body of an answer, without taking it from the client: JSON, a text, or that it is a file. */
export async function replyOf(response: Response): Promise<unknown> {
  const type = response.headers.get('content-type') ?? ''
  if (!/json|^text\//i.test(type)) return response.body ? `(bytes of ${type || 'no type'})` : undefined
  const text = await response.clone().text()
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
