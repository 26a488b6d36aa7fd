import { createHmac } from 'node:crypto'
import type { ErrorDefinition } from '../contracts/errors/definition.ts'
import { type ErrorName, errors } from '../contracts/errors.ts'
import { type Body, bodyOf, encoded } from './body.ts'
import { type Came, cameOf, wrongAnswer } from './came.ts'
import type { PlacedStep } from './check-step.ts'
import { type Difference, match } from './match.ts'
import type { Calling } from './play.ts'
import type { Outcome } from './result.ts'
import { isAddress, type World } from './stage.ts'
import { filled } from './words.ts'

const VERSION = 'v24.0'
const CONTROL = '/_mmgraph/'

/** A call, as it is sent. */
interface Wire {
  readonly method: string
  readonly path: string
  readonly token: string | undefined
  readonly headers: Readonly<Record<string, string>>
  readonly body: Body
}

/** Calls Graph, as often as the step says, and holds each answer to what is expected. */
export async function playCall(step: PlacedStep, playing: Calling): Promise<Outcome> {
  if (!step.call) return { status: 'ok' }
  const apps = Object.keys(playing.stage.world.secrets)
  if (step.proof !== undefined && !apps.includes(step.proof)) {
    return { status: 'FAIL', why: `proof: the world has no app ${step.proof}; it has ${apps.join(', ')}` }
  }
  let last: Outcome = { status: 'ok' }
  for (let n = 1; n <= (step.times ?? 1) && last.status === 'ok'; n += 1) {
    playing.words.set('n', n)
    last = await callOnce(step, playing)
  }
  return last
}

async function callOnce(step: PlacedStep, { stage, words, remarks }: Calling): Promise<Outcome> {
  const wire = wireOf(step, words, stage.world)
  const { method, path, token, headers, body } = wire
  const sent = { ...headers, ...(token && { authorization: `Bearer ${token}` }) }
  const came = await cameOf(() =>
    stage.graph(path, { method, headers: sent, ...(body.bytes !== undefined && { body: body.bytes }) }),
  )
  const remark = came.answer === 'none' ? null : came.response.headers.get('x-mmgraph-note')
  if (remark && !remarks.includes(remark)) remarks.push(remark)
  const outcome = judged(came, step.expect ?? {}, words)
  const notes = remark && outcome.status === 'FAIL' ? { notes: [`mmgraph remarked: ${remark}`] } : {}
  return { ...outcome, ...notes, curl: curlOf(wire, stage.world) }
}

function judged(came: Came, expect: NonNullable<PlacedStep['expect']>, words: Calling['words']): Outcome {
  const wrong = wrongAnswer(came, expect.answer ?? 'whole')
  if (came.answer === 'none') return wrong ?? { status: 'ok' }
  const { response } = came
  const reply = { status: response.status, body: came.answer === 'whole' ? jsonOf(came.body) : undefined }
  if (wrong) return { ...wrong, reply }
  const { differences, remembered } = compare(expect, response, reply.body, words)
  for (const [word, value] of Object.entries(remembered)) words.set(word, value)
  if (differences.length === 0) return { status: 'ok', reply }
  const why = response.headers.get('x-mmgraph-why')
  return { status: 'FAIL', why: why ?? 'the call was answered otherwise', differences, reply }
}

function wireOf(step: PlacedStep, words: Calling['words'], world: World): Wire {
  const [method = '', path = ''] = (step.call ?? '').split(/ (.*)/s)
  const { headers, as = 'nobody', version = VERSION } = step
  const token = as === 'nobody' ? undefined : tokenOf(String(filled(as, words)), world)
  const query = { ...(filled(step.query ?? {}, words) as object), ...proofOf(token, step.proof, world) }
  const search = Object.keys(query).length > 0 ? `?${encoded(query)}` : ''
  const body = bodyOf(step, words)
  return {
    method,
    path: `${placeOf(String(filled(path, words)), version, world)}${search}`,
    token,
    headers: {
      ...(body.type && { 'content-type': body.type }),
      ...(filled(headers ?? {}, words) as Record<string, string>),
    },
    body,
  }
}

/** An address that an answer gave, what the control API tells of the world of the scenario, or a path of Graph. */
function placeOf(path: string, version: string, { id }: World): string {
  if (isAddress(path)) return path
  if (path.startsWith(CONTROL)) return path.replace(CONTROL, `${CONTROL}worlds/${id}/`)
  return version === 'none' ? path : `/${version}${path}`
}

/** A token by its name in the world, the token of an app by the name of the app, or a token itself. */
function tokenOf(as: string, { tokens, names, secrets }: World): string {
  return tokens[as] ?? (secrets[as] ? `${names[as]}|${secrets[as]}` : as)
}

/** @see sources secure-requests */
function proofOf(token = '', app: string | undefined, { secrets }: World): { appsecret_proof?: string } {
  if (app === undefined) return {}
  return {
    appsecret_proof: createHmac('sha256', secrets[app] ?? '')
      .update(token)
      .digest('hex'),
  }
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
    ...((!error || status !== undefined) && { status: status ?? 200 }),
    ...(headers && { headers: inSmallLetters(filled(headers, words) as object) }),
    ...(reply !== undefined && { reply: filled(reply, words) }),
  }
  const found = match(expected, { status: answer.status, headers: Object.fromEntries(answer.headers), reply: body })
  const isRefused = !error && found.differences.length > 0 && !answer.ok
  const unwanted: Difference[] = isRefused ? [{ where: 'error', expected: undefined, actual: body }] : []
  return { ...found, differences: [...refused, ...found.differences, ...unwanted] }
}

/** Names of headers are the same in whatever letters. */
function inSmallLetters(headers: object): object {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
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
    `curl -X ${method} "${isAddress(path) ? path : `$MMGRAPH_URL${path.replaceAll(/["$`\\]/g, '\\$&')}`}"`,
    ...(shown ? [`-H "Authorization: Bearer ${shown}"`] : []),
    ...Object.entries(headers).map(([key, value]) => `-H ${quoted(`${key}: ${value}`)}`),
    ...(body.shown === undefined ? [] : [`-d ${quoted(body.shown)}`]),
  ]
  return parts.join(' ')
}

/** A text as a shell takes it, whatever is in it. */
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`
