import type { SentCall } from './session.ts'

/** A call, apart. */
export interface Request {
  readonly method: string
  /** As it came: absolute. */
  readonly url: string
  /** `v24.0`; undefined where the path has none. */
  readonly version: string | undefined
  /** Without the version: `/123/messages`. */
  readonly path: string
  /** The same with its query, as an answer may have given it: `upload:MTph?sig=ARZ`. */
  readonly target: string
  readonly query: readonly Pair[]
  readonly body: Content
  /** The token that counts, wherever it stood. */
  readonly token: string | undefined
  /** As it came: wherever it stood. */
  readonly proof: string | undefined
}

export type Pair = readonly [name: string, value: string]

/** A body by what it says. */
export type Content =
  | { readonly kind: 'none' }
  | { readonly kind: 'json'; readonly value: Readonly<Record<string, unknown>> }
  | { readonly kind: 'form'; readonly pairs: readonly Pair[] }
  | { readonly kind: 'other'; readonly sent: NonNullable<SentCall['body']>; readonly type: string | undefined }

/** Takes a call apart. Tokens and proofs stand beside it, as they tell who calls, and not what for. */
export function requestOf({ method, url, authorization, contentType, body }: SentCall): Request {
  const { pathname, search, searchParams } = new URL(url)
  const [, version, path = pathname] = /^\/(v\d+\.\d+)(\/.*|$)/.exec(pathname) ?? []
  const read = contentOf(body, contentType)
  const merged =
    method === 'GET'
      ? { query: [...searchParams, ...pairsOf(read)], body: NONE }
      : { query: [...searchParams], body: read }
  const tokens = [bearerOf(authorization), ...valuesOf('access_token', merged)]
  const proofs = valuesOf('appsecret_proof', merged)
  const apart = withoutSecrets(merged.query, merged.body)
  const target = `${path}${search}`.slice(1)
  return {
    method,
    url,
    version,
    path: path || '/',
    target,
    ...apart,
    token: tokens.findLast(Boolean),
    proof: proofs.at(-1),
  }
}

const NONE: Content = { kind: 'none' }
const APART = ['access_token', 'appsecret_proof']

function bearerOf(authorization: string | undefined): string | undefined {
  return /^(?:Bearer|OAuth)\s+(\S.*)$/i.exec(authorization ?? '')?.[1]?.trim()
}

/** In their order: the body counts more than the query. */
function valuesOf(name: string, { query, body }: Pick<Request, 'query' | 'body'>): string[] {
  const inQuery = query.filter(([key]) => key === name).map(([, value]) => value)
  const inForm = body.kind === 'form' ? body.pairs.filter(([key]) => key === name).map(([, value]) => value) : []
  const inJson = body.kind === 'json' ? [body.value[name]] : []
  return [...inQuery, ...inForm, ...inJson].filter((value) => typeof value === 'string' && value !== '') as string[]
}

function withoutSecrets(query: readonly Pair[], body: Content): Pick<Request, 'query' | 'body'> {
  const isApart = ([name, value]: readonly [string, unknown]): boolean =>
    APART.includes(name) && typeof value === 'string' && value !== ''
  const left = query.filter((pair) => !isApart(pair))
  if (body.kind === 'form')
    return { query: left, body: { ...body, pairs: body.pairs.filter((pair) => !isApart(pair)) } }
  if (body.kind !== 'json') return { query: left, body }
  return {
    query: left,
    body: { ...body, value: Object.fromEntries(Object.entries(body.value).filter((pair) => !isApart(pair))) },
  }
}

/** Reads a body as an emulator does; what it would refuse stays as it is. */
function contentOf(sent: SentCall['body'], type: string | undefined): Content {
  if (sent === undefined) return NONE
  if ('fields' in sent && !sent.files) return { kind: 'form', pairs: sent.fields }
  return 'text' in sent ? textOf(sent, type) : { kind: 'other', sent, type }
}

function textOf(sent: { readonly text: string }, type: string | undefined): Content {
  const text = sent.text.replace(/^\uFEFF/, '').trim()
  if (!text) return NONE
  const isJson = type ? /[/+]json/i.test(type) : text.startsWith('{')
  if (isJson) return jsonOf(text) ?? { kind: 'other', sent, type: type ?? 'application/json' }
  const isForm = !type || /urlencoded/i.test(type)
  return isForm ? { kind: 'form', pairs: [...new URLSearchParams(text)] } : { kind: 'other', sent, type }
}

function jsonOf(text: string): Content | undefined {
  try {
    const value: unknown = JSON.parse(text)
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
    return isObject && !Object.hasOwn(value, '__proto__')
      ? { kind: 'json', value: value as Record<string, unknown> }
      : undefined
  } catch {
    return undefined
  }
}

function pairsOf(body: Content): Pair[] {
  if (body.kind === 'form') return [...body.pairs]
  if (body.kind !== 'json') return []
  return Object.entries(body.value).map(([key, value]) => [
    key,
    typeof value === 'string' ? value : JSON.stringify(value),
  ])
}

/** Every text that a request says, for what it uses. @param isGiven whether an answer gave it: then its parts are not looked at */
export function saidIn(
  { url, target, path, query, body, token = '' }: Request,
  isGiven: (text: string) => boolean,
): unknown[] {
  if (isGiven(url)) return [url, token, contentIn(body)]
  if (isGiven(target)) return [target, token, contentIn(body)]
  return [decoded(path), query, token, contentIn(body)]
}

function contentIn(body: Content): unknown {
  if (body.kind === 'none') return undefined
  if (body.kind === 'json') return body.value
  if (body.kind === 'form') return body.pairs
  return 'text' in body.sent ? body.sent.text : 'fields' in body.sent ? body.sent.fields : undefined
}

/** A path as people read it. */
export function decoded(path: string): string {
  try {
    const whole = decodeURIComponent(path)
    return /^[\w/.:=+,@|~-]*$/.test(whole) ? whole : path
  } catch {
    return path
  }
}
