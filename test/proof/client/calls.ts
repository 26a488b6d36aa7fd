import { createHmac } from 'node:crypto'
import type { Answer, Ask, Client, Json, Parts } from './parts.ts'
import { workOff } from './webhooks.ts'

const second = 1000
const minute = 60 * second

/** Lets time pass, and works on the webhooks that came meanwhile. */
export async function rest(client: Client, time: number): Promise<void> {
  for (let [left, step] = [time, 5 * second]; left > 0; step *= 10) {
    await client.setup.sleep(Math.min(step, left))
    left -= step
    await workOff(client)
  }
}

function tokenOf({ setup, memory }: Client, as: Ask['as']): string {
  if (as === 'client') return memory.token
  return as === 'app' ? setup.tokens.app : setup.tokens.systemUser
}

/** Asks Graph, and again where it makes sense; what cannot be had is told by its answer. */
export async function call(client: Client, ask: Ask): Promise<Answer> {
  for (let tries = 0; ; tries += 1) {
    const answer = await once(client, ask)
    if (answer.status === 200 || !(await mayTryAgain(client, ask, answer, tries))) return answer
    if (answer.status === 0 && client.parts.isDone(ask)) return { status: 200, body: {} }
  }
}

/** Waits as long as it must, or gets another token. */
async function mayTryAgain(client: Client, ask: Ask, answer: Answer, tries: number): Promise<boolean> {
  if (answer.code === 190) return ask.as === 'client' && client.parts.renew(client, tries)
  const wait = client.parts.waitAfter(answer, tries, ask)
  if (wait === undefined) return false
  await rest(client, wait)
  return true
}

async function once(client: Client, ask: Ask): Promise<Answer> {
  const { setup, parts } = client
  const token = tokenOf(client, ask.as)
  const proof = parts.proof(client, ask, token)
  const params: Fields = { ...ask.params, ...(proof !== undefined && { appsecret_proof: proof }) }
  const version = parts.version ? `/${parts.version}` : ''
  const url = new URL(`${setup.baseUrl}${version}${ask.path}`)
  const headers = new Headers()
  parts.authorize(url, headers, token)
  const init: RequestInit = { method: ask.method, headers }
  if (ask.method === 'POST') init.body = bodyOf(parts, params, headers)
  else for (const [name, value] of Object.entries(params)) url.searchParams.set(name, String(value))
  try {
    const response = await setup.fetch(url.href, init)
    return read(response.status, await response.json(), response.headers)
  } catch {
    return { status: 0, body: {} }
  }
}

type Fields = Readonly<Record<string, unknown>>

function bodyOf(parts: Parts, params: Fields, headers: Headers): FormData | string {
  if (params.file instanceof Blob) return formOf(params)
  const { type, text } = parts.encode(params)
  headers.set('content-type', type)
  return text
}

function formOf(params: Fields): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(params)) form.set(name, value instanceof Blob ? value : String(value))
  return form
}

function read(status: number, body: Json, headers: Headers): Answer {
  if (status === 200) return { status, body }
  const { code, error_subcode: subcode } = body.error
  const [, minutes] =
    /"estimated_time_to_regain_access":(\d+)/.exec(headers.get('x-business-use-case-usage') ?? '') ?? []
  return { status, body, code, ...(subcode && { subcode }), ...(Number(minutes) && { regain: Number(minutes) }) }
}

const callLimits: ReadonlySet<number | undefined> = new Set([4, 17, 32, 613, 80000, 80004, 80008, 80014])
const down: ReadonlySet<number | undefined> = new Set([1, 2, 131016])
const PAIR_LIMIT = 131056
const THROUGHPUT = 130429
const SYNCING = 134101
const MOST_TRIES = 6

const growing = (tries: number): number => 4 ** tries * second

/** How long until Graph may take the same; undefined: it never does. */
function waitWhenRefused({ code, subcode, regain }: Answer, tries: number): number | undefined {
  if (callLimits.has(code)) return (regain ?? 60) * minute
  if (code === SYNCING) return 10 * minute
  if (code === THROUGHPUT) return 2 * second
  const isDown = down.has(code) && subcode === undefined
  return code === PAIR_LIMIT || isDown ? growing(tries) : undefined
}

export const callParts = {
  version: 'v25.0',
  authorize: (_url, headers, token) => headers.set('authorization', `Bearer ${token}`),
  encode: (params) => ({ type: 'application/json', text: JSON.stringify(params) }),
  proof: ({ setup }, { as }, token) => (as === 'app' ? undefined : proofOf(setup.appSecret, token)),
  waitAfter: (answer, tries, { isDone }) => {
    if (tries >= MOST_TRIES) return undefined
    // Webhooks may be late, and a message that was taken must not go again.
    if (answer.status === 0) return isDone ? 11 * minute : growing(tries)
    return waitWhenRefused(answer, tries)
  },
  renew: async (client, tries) => {
    if (tries > 0) return false
    await client.parts.fetchToken(client, client.setup.ids.business)
    return true
  },
  isDone: ({ isDone }) => isDone?.() ?? false,
} satisfies Partial<Parts>

export function proofOf(secret: string, token: string): string {
  return createHmac('sha256', secret).update(token).digest('hex')
}
