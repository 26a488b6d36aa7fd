import type { ErrorDefinition } from '../contracts/errors/definition.ts'
import { type ErrorName, errors } from '../contracts/errors.ts'
import { type Difference, match } from './match.ts'
import type { Calling } from './play.ts'
import type { PlacedStep } from './read.ts'
import type { Outcome } from './result.ts'
import type { World } from './stage.ts'
import { filled } from './words.ts'

const VERSION = 'v24.0'

/** A call, as it is sent. */
interface Wire {
  readonly method: string
  readonly path: string
  readonly token: string | undefined
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | undefined
}

/** Calls Graph, and holds the answer to what is expected. */
export async function playCall(step: PlacedStep, { stage, words }: Calling): Promise<Outcome> {
  if (!step.call) return { status: 'ok' }
  const wire = wireOf(step, words, stage.world)
  const { method, path, token, headers, body } = wire
  const sent = { ...headers, ...(token && { authorization: `Bearer ${token}` }) }
  const answer = await stage.graph(path, { method, headers: sent, ...(body !== undefined && { body }) })
  const reply = { status: answer.status, body: jsonOf(await answer.text()) }
  const { differences, remembered } = compare(step.expect ?? {}, answer, reply.body, words)
  for (const [word, value] of Object.entries(remembered)) words.set(word, value)
  const told = { curl: curlOf(wire, stage.world), reply }
  if (differences.length === 0) return { status: 'ok', ...told }
  const why = answer.headers.get('x-mmgraph-why')
  return { status: 'FAIL', why: why ?? 'the call was answered otherwise', differences, ...told }
}

function wireOf(step: PlacedStep, words: Calling['words'], world: World): Wire {
  const [method = '', path = ''] = (step.call ?? '').split(/ (.*)/s)
  const { query, headers, as = 'nobody', version = VERSION } = step
  const search = query ? `?${encoded(filled(query, words) as object)}` : ''
  const { type, body } = bodyOf(step, words)
  return {
    method,
    path: `/${version}${filled(path, words)}${search}`,
    token: as === 'nobody' ? undefined : tokenOf(String(filled(as, words)), world),
    headers: { ...(type && { 'content-type': type }), ...(filled(headers ?? {}, words) as Record<string, string>) },
    body,
  }
}

function bodyOf({ body, form }: PlacedStep, words: Calling['words']): { type?: string; body: string | undefined } {
  if (form) return { type: 'application/x-www-form-urlencoded', body: encoded(filled(form, words) as object) }
  if (body === undefined) return { body: undefined }
  return { type: 'application/json', body: JSON.stringify(filled(body, words)) }
}

function encoded(values: object): string {
  const texts = Object.entries(values).map(([key, value]): [string, string] => [
    key,
    typeof value === 'string' ? value : JSON.stringify(value),
  ])
  return new URLSearchParams(texts).toString()
}

/** A token by its name in the world, the token of an app by the name of the app, or a token itself. */
function tokenOf(as: string, { tokens, names, secrets }: World): string {
  return tokens[as] ?? (secrets[as] ? `${names[as]}|${secrets[as]}` : as)
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

function compare(
  { status, error, reply, headers }: NonNullable<PlacedStep['expect']>,
  answer: Response,
  body: unknown,
  words: Calling['words'],
): ReturnType<typeof match> {
  const refused = error ? compareError(error as ErrorName, answer, body) : []
  const expected = {
    ...(!error && { status: status ?? 200 }),
    ...(headers && { headers: filled(headers, words) }),
    ...(reply !== undefined && { reply: filled(reply, words) }),
  }
  const found = match(expected, { status: answer.status, headers: Object.fromEntries(answer.headers), reply: body })
  const isRefused = !error && found.differences.length > 0 && !answer.ok
  const unwanted: Difference[] = isRefused ? [{ where: 'error', expected: undefined, actual: body }] : []
  return { ...found, differences: [...refused, ...found.differences, ...unwanted] }
}

/** By its name where an emulator tells it, else by its code and subcode. */
function compareError(name: ErrorName, answer: Response, body: unknown): Difference[] {
  const told = answer.headers.get('x-mmgraph-error')
  if (told === name) return []
  const { code, subcode }: ErrorDefinition = errors[name]
  const { error } = (body ?? {}) as { error?: { code?: number; error_subcode?: number } }
  const isAlike = told === null && error?.code === code && (subcode === undefined || error?.error_subcode === subcode)
  return isAlike ? [] : [{ where: 'error', expected: name, actual: told ?? body }]
}

/** The call for a shell; a token of the world stands by the name of its variable. */
function curlOf({ method, path, token, headers, body }: Wire, { tokens }: World): string {
  const [name] = Object.entries(tokens).find(([, value]) => value === token) ?? []
  const shown = name ? `$MMGRAPH_${name.toUpperCase()}_TOKEN` : token && 'TOKEN'
  const parts = [
    `curl -X ${method} "$MMGRAPH_URL${path.replaceAll(/["$`\\]/g, '\\$&')}"`,
    ...(shown ? [`-H "Authorization: Bearer ${shown}"`] : []),
    ...Object.entries(headers).map(([key, value]) => `-H ${quoted(`${key}: ${value}`)}`),
    ...(body === undefined ? [] : [`-d ${quoted(body)}`]),
  ]
  return parts.join(' ')
}

/** A text as a shell takes it, whatever is in it. */
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`
