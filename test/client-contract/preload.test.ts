import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import type { ClientContract } from '../../contracts/client/format.ts'
import { readClient } from '../../contracts/client/read.ts'
import { clientText } from '../../contracts/client/text.ts'
import { contractOfClient } from '../../emulator/check/client-contract.ts'
import { seeHeaders } from '../../emulator/check/headers-seen.ts'
import { readTouches } from '../../emulator/check/touch-report.ts'
import { viewOf } from '../../emulator/control/world-view.ts'
import { createEmulator } from '../../emulator/emulator.ts'
import { listen } from '../../emulator/server.ts'
import { readWorld } from '../../emulator/world/load.ts'
import { need } from '../kit.ts'

const root = new URL('../../', import.meta.url)
const preload = new URL('dist/emulator/check/touch-preload.js', root)
const script = fileURLToPath(new URL('a-client.js', import.meta.url))

interface Run {
  readonly code: number
  readonly told: Record<string, unknown>
  readonly errors: string
  readonly contract: ClientContract
  readonly touches: string
  readonly secrets: readonly string[]
}

/** Runs the client in a process of its own, against an emulator on a free port. */
async function run(isWatched: boolean): Promise<Run> {
  const emulator = createEmulator({ clock: 'running' })
  const { world } = emulator.worlds.create('ready-to-send', readWorld('ready-to-send').file)
  const { url, close, server } = await listen(emulator, 0, '127.0.0.1')
  const headers = seeHeaders(server)
  const folder = mkdtempSync(`${tmpdir()}/mmgraph-`)
  const file = `${folder}/touches`
  const { names, tokens, secrets } = viewOf(world)
  const child = spawn(process.execPath, [...(isWatched ? ['--import', preload.href] : []), script], {
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      MMGRAPH_TOUCHES: file,
      URL_OF: url,
      TOKEN: need(tokens.client_business),
      APP_TOKEN: need(tokens.app),
      APP: need(names.app),
      WABA: need(names.waba),
      CLIENT: need(names.client),
    },
  })
  const output = { out: '', errors: '' }
  child.stdout.setEncoding('utf8').on('data', (part: string) => (output.out += part))
  child.stderr.setEncoding('utf8').on('data', (part: string) => (output.errors += part))
  const [code] = await once(child, 'close')
  const touches = isWatched ? readFileSync(file, 'utf8') : ''
  await close()
  rmSync(folder, { recursive: true })
  const sight = isWatched ? { touches: readTouches(touches), headers } : { headers }
  return {
    code,
    told: JSON.parse(output.out || '{}'),
    errors: output.errors,
    contract: contractOfClient('node a-client.js', [world], sight),
    touches,
    secrets: [...Object.values(tokens), ...Object.values(secrets), ...Object.values(names)],
  }
}

describe('a client in a process of its own', () => {
  let [watched, plain]: Run[] = []
  beforeAll(async () => {
    ;[watched, plain] = [await run(true), await run(false)]
  })

  test('does the same whether it is watched or not', () => {
    expect(need(watched).errors).toBe('')
    expect(need(watched).told).toEqual(need(plain).told)
    expect([need(watched).code, need(plain).code]).toEqual([3, 3])
    expect(need(watched).told).toMatchObject({
      heard: 'ACCOUNT_VIOLATION',
      clones: [true, true, true],
      json: ['json', 0, 'parse', 2],
    })
  })

  const partsOf = (operation: string) => need(watched).contract.calls.find((call) => call.operation === operation)

  test.each([
    ['getWhatsAppBusinessAccountDetails', { '': 'copied', '/name': 'read' }],
    ['getWhatsAppBusinessAccountPhoneNumbers', { '/data/*/display_phone_number': 'read' }],
    ['getBusinessPortfolioSpecificFields', { '/name': 'read' }],
    ['getOwnedWhatsAppBusinessAccounts', { '/data': 'read' }],
  ])('reads of %s what it reads', (operation, parts) => {
    expect(partsOf(operation)?.reads).toEqual({ seen: 'all', parts })
  })

  test('of an error it reads the code', () => {
    const { errors, fields } = need(partsOf('getWhatsAppBusinessAccountDetails'))
    expect(errors).toEqual({ field_unknown: { seen: 'all', parts: { '/error/code': 'read' } } })
    expect(fields).toEqual({ nonsense: 'refused' })
  })

  test('what it never parses was not seen', () => {
    expect(partsOf('getAllSubscriptionsForAWaba')?.reads).toEqual({ seen: 'none', parts: {} })
  })

  test('of a webhook it reads the event', () => {
    expect(need(watched).contract.webhooks).toMatchObject([
      {
        field: 'account_update',
        version: 'v24.0',
        answers: [200],
        reads: { seen: 'all', parts: { '/event': 'read' } },
      },
    ])
  })

  test('of a client that cannot be watched nothing is said to be read', () => {
    const { calls, webhooks } = need(plain).contract
    const reads = [...calls, ...webhooks].map((one) => one.reads)
    expect(reads.filter(({ parts }) => Object.keys(parts).length > 0)).toEqual([])
    expect(need(calls.find(({ operation }) => operation === 'getBusinessPortfolioSpecificFields')).reads.seen).toBe(
      'none',
    )
  })

  test('its contract has no token, secret, id or number', () => {
    const { contract, secrets } = need(watched)
    const text = clientText(contract)
    expect(secrets.filter((secret) => text.includes(secret))).toEqual([])
    expect(text).not.toMatch(/planted|\d{7}|wamid|EAA/)
    expect(readClient('client.json', text)).toEqual(contract)
  })
})

test('a line that a process could not end is left out', () => {
  const touches = readTouches('{"world":"w","trace":"t"}\n{"world":"w","trace":"t","path":"/a","how":"read"}\n{"wor')
  expect(touches.ofReply('w', 't')).toEqual([{ path: '/a', how: 'read' }])
  expect(touches.ofReply('w', 'other')).toBeUndefined()
})
