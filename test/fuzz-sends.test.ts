import fc from 'fast-check'
import { expect, test } from 'vitest'
import { check } from '../contracts/check.ts'
import { checkWebhook } from '../contracts/check-webhook.ts'
import type { ErrorDefinition } from '../contracts/errors/definition.ts'
import { coreErrors, type ErrorName, errors } from '../contracts/errors.ts'
import type { OperationContract } from '../contracts/operation.ts'
import { sendMarketingMessage } from '../contracts/operations/send-marketing-message.ts'
import { sendMessage } from '../contracts/operations/send-message.ts'
import type { World } from '../emulator/world/world.ts'
import { need } from './kit.ts'
import { multipart, PNG } from './media.ts'
import { Place } from './place.ts'
import { type Send, sends, wordsOf } from './send-bodies.ts'
import { senders, sendWorld } from './send-world.ts'
import './seed.ts'

/** How many bodies are sent: 10,000 here, more by `npm run fuzz`. */
const BODIES = Number(process.env.FUZZ_BODIES ?? 10_000)

const CONTRACTS: Readonly<Record<Send['edge'], OperationContract>> = {
  marketing_messages: sendMarketingMessage,
  messages: sendMessage,
}

test(`${BODIES} mutated sends: each fits the contract, or is an error that the contract names`, async () => {
  const place = new Place(sendWorld())
  await place.subscribe()
  const words = wordsOf({ media: await uploadedTo(place), inbound: await writtenTo(place) })
  const met = new Map<string, number>()
  await fc.assert(
    fc.asyncProperty(
      sends(words, Math.ceil(BODIES / 10)),
      fc.constantFrom(...senders, 'phone', 'phone', 'phone', 'phone', 'phone'),
      fc.constantFrom('v22.0', 'v25.0', 'v25.0'),
      fc.constantFrom('json', 'json', 'json', 'json', 'json', 'json', 'form', 'query'),
      async ({ edge, body }, sender, version, encoding) => {
        const path = `/${version}/${place.world.names[sender]}/${edge}`
        const kept = place.world.traffic.messages.size
        const response = await sent(place, path, body, encoding)
        const name = await outcome(place.world, path, CONTRACTS[edge], response)
        const isKept = place.world.traffic.messages.size > kept
        if (isKept !== (name === 'sent')) throw new Error(`${name}, and ${isKept ? 'a' : 'no'} message is kept`)
        met.set(name, (met.get(name) ?? 0) + 1)
      },
    ),
    { numRuns: BODIES },
  )
  // What is accepted is worth nothing where all is refused for one reason.
  expect(met.get('sent')).toBeGreaterThan(BODIES / 20)
  expect(met.size).toBeGreaterThan(20)
  await place.control('clock', { advance: '40d' })
  const broken = place.posted.filter(({ field, value }) => checkWebhook(field, value)?.problems.length !== 0)
  expect(broken).toEqual([])
  expect(place.posted.length).toBeGreaterThan(met.get('sent') ?? 0)
}, 600_000)

async function uploadedTo(place: Place): Promise<string> {
  const file = multipart({ messaging_product: 'whatsapp' }, PNG, 'rye.png', 'image/png')
  const path = `/v24.0/${place.world.names.phone}/media`
  const response = await place.post(path, new Uint8Array(file), 'multipart/form-data; boundary=b')
  return ((await response.json()) as { id: string }).id
}

async function writtenTo(place: Place): Promise<string> {
  const params = { phone: 'phone', from: 'recipient', text: { body: 'Hi' } }
  const { result } = await place.control('happenings', { name: 'customer_sends_message', with: params })
  return result.message
}

function sent(place: Place, path: string, body: object, encoding: string): Promise<Response> {
  const json = JSON.stringify(body)
  if (encoding === 'json') return place.post(path, json, 'application/json')
  const pairs = new URLSearchParams(
    Object.entries(body).map(([key, value]): [string, string] => [
      key,
      typeof value === 'string' ? value : (JSON.stringify(value) ?? ''),
    ]),
  ).toString()
  const isLong = pairs.length > 8000
  if (encoding === 'query' && !isLong) return place.post(`${path}?${pairs}`, '', '')
  return place.post(path, pairs, 'application/x-www-form-urlencoded')
}

/** Holds a reply to the contract: `sent`, `marked` as read, or the name of its error. It throws, as 10,000 times `expect` takes seconds. */
async function outcome(world: World, path: string, contract: OperationContract, response: Response): Promise<string> {
  const { status, headers } = response
  const text = await response.text()
  const problem = problemOf(world, path, contract, response, text)
  if (problem) throw new Error(`${problem}: ${status} ${text}`)
  if (status === 200) return text.includes('"messages"') ? 'sent' : 'marked'
  return need(headers.get('x-mmgraph-error') ?? undefined)
}

function problemOf(
  world: World,
  path: string,
  contract: OperationContract,
  { status, headers }: Response,
  text: string,
): string | undefined {
  if (headers.get('x-mmgraph')) return 'no answer of Graph'
  if (headers.get('content-type') !== 'application/json; charset=UTF-8') return 'no JSON'
  // Clients take so much of headers and no more.
  if ([...headers].join().length > 8000) return 'headers that no client takes'
  const reply = JSON.parse(text)
  const [finding] = check({ at: world.now, method: 'POST', path, params: {}, status, reply }, contract)
  if (finding) return `${finding.where} ${finding.problem}`
  return status === 200 ? undefined : errorProblem(contract, headers.get('x-mmgraph-error') as ErrorName, reply.error)
}

/** The error is one of the contract or the core, and says what such an error says. */
function errorProblem(
  contract: OperationContract,
  name: ErrorName,
  error: Record<string, unknown>,
): string | undefined {
  if (![...contract.errors, ...coreErrors].includes(name)) return `${name} is none of the contract's errors`
  const { code, type, details }: ErrorDefinition = errors[name]
  if (error.code !== code || error.type !== type) return `this is not ${name}`
  const { details: told = '' } = (error.error_data ?? {}) as { details?: string }
  if (/undefined|\[object/.test(`${error.message} ${told}`)) return 'a text with a hole'
  return details && !told.trim() ? `${name} without details` : undefined
}
