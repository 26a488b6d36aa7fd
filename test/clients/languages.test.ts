import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type Kit, need } from '../kit.ts'
import {
  isHere,
  type Language,
  languagePages,
  type Place,
  placeOf,
  programOf,
  runProgram,
  startReceiver,
} from './programs.ts'

const node: Language = { page: 'node', command: process.execPath, ending: 'mjs', probe: ['--version'] }
// Debian's: another python3 of the path need not have Debian's packages.
const python: Language = { page: 'python', command: '/usr/bin/python3', ending: 'py', probe: ['-c', 'import requests'] }
const curl: Language = { page: 'curl', command: 'sh', ending: 'sh', probe: ['-c', 'curl -V && openssl version'] }

const SEND = 'Send a marketing message'
const HEAR = 'Hear webhooks'
const ONBOARD = 'Onboard a client'
const TOKEN = 'Fetch the token of a client'

interface Call {
  readonly operation: string
  readonly status: number
  readonly tokenIn: string
  readonly params: Record<string, unknown>
}

/** What the emulator was asked, without what `mmgraph` itself asked. */
async function callsOf({ kit }: Place): Promise<Call[]> {
  const { body } = await kit.control('get', `worlds/${kit.id}/exchanges`)
  return body.data
}

/** Subscribes the app of a world, and what becomes of messages, at a receiver. It is asked for the challenge. */
async function subscribeAt({ kit }: Place, url: string, fields: string): Promise<number> {
  const body = { object: 'whatsapp_business_account', fields, callback_url: url, verify_token: 'let-me-in' }
  return (await kit.graph('POST', '/{app}/subscriptions', { as: 'app', body })).status
}

const acceptsTerms = (kit: Kit) => kit.happens('client_accepts_mm_terms', { business: 'client' })
const deliveriesOf = async ({ kit }: Place): Promise<{ status: number; body: object; signatures: object }[]> =>
  (await kit.control('get', `worlds/${kit.id}/deliveries`)).body.data

/** A test that says that it was skipped, and why, where the programs of a page cannot run. */
function testOf(languages: readonly Language[], name: string, run: () => Promise<void>): void {
  test(name, async ({ skip }) => {
    const [missing] = languages.filter((language) => !isHere(language))
    skip(missing !== undefined, `what ${missing?.page}.md needs is not on this machine`)
    await run()
  })
}

describe.each([node, python, curl])('the page $page', (language) => {
  testOf([language], 'sends a marketing message, and ends with an error when it is refused', async () => {
    const place = await placeOf('ready-to-send')
    const program = programOf(language, SEND)
    const told = await runProgram(language, program, place)
    expect(told).toContain('accepted')
    expect(told).toMatch(/wamid\.\S+/)
    expect(await callsOf(place)).toMatchObject([{ operation: 'sendMarketingMessage', status: 200, tokenIn: 'header' }])
    const wrong = program.replace('spring_sale', 'no_such_sale')
    await expect(runProgram(language, wrong, place)).rejects.toThrow()
    expect((await callsOf(place)).map(({ status }) => status)).toEqual([200, 404])
  })

  testOf([language], 'onboards a client, and fetches its token with a proof', async () => {
    const place = await placeOf('partner-with-obo-client')
    expect(await runProgram(language, programOf(language, ONBOARD), place)).toMatch(/\d{16}/)
    const token = programOf(language, TOKEN)
    await expect(runProgram(language, token, place, { MMGRAPH_APP_SECRET: 'another' })).rejects.toThrow()
    await acceptsTerms(place.kit)
    expect(await runProgram(language, token, place)).toMatch(/token/)
    expect(await callsOf(place)).toMatchObject([
      { operation: 'onboardPartnersToMMLite', status: 200, tokenIn: 'header' },
      { status: 400 },
      { operation: 'createSystemUserAccessToken', status: 200, params: { fetch_only: 'true' } },
    ])
  })
})

describe.each([node, python])('the receiver of $page', (language) => {
  testOf([language], 'shakes hands, and takes what is signed', async () => {
    const place = await placeOf('partner-with-obo-client')
    const receiver = await startReceiver(language, programOf(language, HEAR), place)
    expect(await subscribeAt(place, receiver.url, 'account_update')).toBe(200)
    await runProgram(language, programOf(language, ONBOARD), place)
    await acceptsTerms(place.kit)
    await receiver.hears('account_update MM_LITE_TERMS_SIGNED')
    const statuses = (await deliveriesOf(place)).map(({ status }) => status)
    expect(statuses.length).toBeGreaterThan(0)
    expect(new Set(statuses)).toEqual(new Set([200]))
  })

  testOf([language], 'refuses another verify token, and what another secret signed', async () => {
    const place = await placeOf('partner-with-obo-client')
    const env = { ...place.env, VERIFY_TOKEN: 'another' }
    const strict = await startReceiver(language, programOf(language, HEAR), { ...place, env })
    expect(await subscribeAt(place, strict.url, 'account_update')).toBe(400)
    const other = { ...place, env: { ...place.env, MMGRAPH_APP_SECRET: 'another' } }
    const receiver = await startReceiver(language, programOf(language, HEAR), other)
    expect(await subscribeAt(place, receiver.url, 'account_update')).toBe(200)
    await runProgram(language, programOf(language, ONBOARD), place)
    await acceptsTerms(place.kit)
    expect(new Set((await deliveriesOf(place)).map(({ status }) => status))).toEqual(new Set([401]))
  })

  testOf([language, curl], 'holds against what curl.md posts as Meta', async () => {
    const place = await placeOf('ready-to-send')
    const receiver = await startReceiver(language, programOf(language, HEAR), place)
    const told = await runProgram(curl, programOf(curl, HEAR), place, { RECEIVER: receiver.url })
    expect(told.split('\n')).toEqual(['1158201444', '200', '401'])
  })
})

testOf([curl], 'curl.md checks the signature of a webhook that the emulator posted', async () => {
  const place = await placeOf('ready-to-send')
  const receiver = await startReceiver(node, programOf(node, HEAR), place)
  expect(await subscribeAt(place, receiver.url, 'messages')).toBe(200)
  expect((await place.kit.graph('POST', '/{waba}/subscribed_apps', { as: 'client_business' })).status).toBe(200)
  await runProgram(node, programOf(node, SEND), place)
  await place.kit.advance('1m')
  for (const status of ['sent', 'delivered', 'read']) await receiver.hears(`messages ${status}`)
  const { body, signatures } = need((await deliveriesOf(place))[0])
  const signature = String(Object.entries(signatures).find(([name]) => /256/.test(name))?.[1])
  writeFileSync(`${place.folder}/body.json`, typeof body === 'string' ? body : JSON.stringify(body))
  const check = (SIGNATURE: string) => runProgram(curl, programOf(curl, HEAR, 1), place, { SIGNATURE })
  expect(await check(signature)).toBe('signed')
  await expect(check(signature.replace(/.$/, (digit) => (digit === '0' ? '1' : '0')))).rejects.toThrow()
})

const folder = new URL('../../docs/clients/', import.meta.url)
const index = readFileSync(new URL('README.md', folder), 'utf8')

test('the index of docs/clients leads to every page', () => {
  const pages = readdirSync(folder).filter((name) => name !== 'README.md')
  expect(pages.filter((name) => !index.includes(`](${name})`))).toEqual([])
})

test.each(languagePages)('%s.md has all four programs, and each asks MMGRAPH_URL', (page) => {
  for (const heading of [SEND, ONBOARD, TOKEN]) {
    expect(programOf({ ...node, page }, heading)).toContain('MMGRAPH_URL')
  }
  expect(programOf({ ...node, page }, HEAR)).toContain('MMGRAPH_APP_SECRET')
})
