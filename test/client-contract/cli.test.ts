import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { readClient } from '../../contracts/client/read.ts'
import { clientText } from '../../contracts/client/text.ts'
import { graphVersion, rulingSide } from '../../emulator/cli/options.ts'
import { playSample } from './sample.ts'

const main = fileURLToPath(new URL('../../dist/emulator/cli/main.js', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'mmgraph-'))
const file = join(folder, 'client.json')

interface Ended {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

const upgrade = (...args: string[]) =>
  new Promise<Ended>((resolve) => {
    execFile(process.execPath, [main, 'upgrade', ...args], (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
    )
  })

// The tests below need its file.
test('the contract of the sample is kept, and is the same each time', async () => {
  const { contract } = await playSample({ version: 'v23.0', day: '2026-03-02' })
  writeFileSync(file, clientText(contract))
  const again = await playSample({ version: 'v23.0', day: '2026-03-02' })
  expect(clientText(again.contract)).toBe(clientText(contract))
})

describe('mmgraph upgrade', () => {
  afterAll(() => rmSync(folder, { recursive: true }))

  test('ends with 1 where something breaks, and says what first', async () => {
    const { code, stdout, stderr } = await upgrade(file, '--to', 'v26.0')
    expect([code, stderr]).toEqual([1, ''])
    expect(stdout).toMatch(/^the sample: to v26\.0 on 2026-07-29\n\nbreaks {2}GET \/\{WhatsAppBusinessAccount\}/)
    for (const told of ['fields marketing_messages_lite_api_status', 'param /ids', 'value /statuses/*/conversation'])
      expect(stdout).toContain(told)
    expect(stdout.lastIndexOf('breaks ')).toBeLessThan(stdout.indexOf('changes '))
    expect(stdout).toMatch(
      /\nnot judged\n[\s\S]*\n\d+ breaks, \d+ changes; \d+ things of \d+ calls and webhooks were looked at\n$/,
    )
  })

  test('ends with 0 where nothing does', async () => {
    const { code, stdout } = await upgrade(file, '--to', 'v23.0')
    expect(code).toBe(0)
    expect(stdout).toMatch(/\nnothing breaks; \d+ things/)
  })

  test('a ruling alone is enough, and a day', async () => {
    const ruled = await upgrade(file, '--ruling', 'token-error-status=400', '--ruling', 'status-conversation=never')
    expect(ruled.code).toBe(1)
    expect(ruled.stdout).toContain('status 401 becomes 400')
    const later = await upgrade(file, '--graph-date', '2026-10-27')
    expect(later.stdout).toContain('it is refused with ids_gone')
  })

  test('--from takes only what asks for it', async () => {
    const { code, stderr } = await upgrade(file, '--to', 'v25.0', '--from', 'v24.0')
    expect([code, stderr]).toEqual([2, 'mmgraph: nothing asks for v24.0; asked for are v23.0\n'])
    expect((await upgrade(file, '--to', 'v25.0', '--from', 'v23.0')).code).toBe(1)
  })

  test('--json is one line with a report', async () => {
    const { stdout } = await upgrade(file, '--to', 'v25.0', '--json')
    expect(stdout.split('\n')).toHaveLength(2)
    const report = JSON.parse(stdout)
    expect(report).toMatchObject({ version: 1, command: 'mmgraph upgrade', suppressed: [] })
    expect(report.findings[0]).toMatchObject({
      rule: 'upgrade-call-refused',
      severity: 'error',
      side: 'caller',
      contract: 'getWhatsAppBusinessAccountDetails',
    })
  })

  test.each([
    ['nothing to go to', [file], 2, /--to says which version; allowed are v13\.0, /],
    ['a ruling that is none', [file, '--ruling', 'status-conversatoin=never'], 2, /did you mean status-conversation\?/],
    ['a version before its day', [file, '--to', 'v26.0', '--graph-date', '2026-03-02'], 2, /v26\.0 is not released on/],
    ['no such file', [join(folder, 'none.json'), '--to', 'v25.0'], 2, /none\.json cannot be read: ENOENT/],
    ['a file that is none', [main, '--to', 'v25.0'], 2, /main\.js is no JSON/],
  ] as const)('refuses %s in one line', async (_, args, code, message) => {
    const ended = await upgrade(...args)
    expect(ended.stderr).toMatch(message)
    expect(ended.stderr).not.toMatch(/\n\s+at /)
    expect([ended.code, ended.stdout]).toEqual([code, ''])
  })
})

test.each([
  ['v24.0', 'v24.0'],
  ['v99.0', /must be a version of Graph: did you mean/],
  ['24', /must be a version of Graph/],
  ['v2.9', /must be a version of Graph/],
] as const)('--to %s', (text, expected) => {
  if (typeof expected === 'string') expect(graphVersion(text)).toBe(expected)
  else expect(() => graphVersion(text)).toThrow(expected)
})

test('--ruling has a name and a side that are there', () => {
  expect(rulingSide('status-order=repeated', { a: 'b' })).toEqual({ a: 'b', 'status-order': 'repeated' })
  expect(() => rulingSide('status-order', {})).toThrow(/like name=side/)
  expect(() => rulingSide('status-order=x', {})).toThrow(/its sides are as-they-happen, disordered, repeated/)
})

const whole = { contract: 1, client: 'x', graph: { day: '2026-03-02', rulings: {} }, calls: [], webhooks: [] }

test.each([
  ['{', /^client\.json is no JSON/],
  ['{"a":1}', /"contract": 1 is missing/],
  ['[]', /"contract": 1 is missing/],
  ['{"contract":2}', /has format 2, and this mmgraph reads 1/],
  [JSON.stringify({ ...whole, graph: undefined }), /the file must have required property 'graph'/],
  [JSON.stringify({ ...whole, graph: { day: '2026-13-99', rulings: {} } }), /2026-13-99 is no day/],
  [
    JSON.stringify({ ...whole, graph: { ...whole.graph, rulings: { 'status-ordre': 'x' } } }),
    /did you mean status-order\?/,
  ],
  [JSON.stringify({ ...whole, calls: [{}] }), /\/calls\/0 must have required property 'operation'/],
  [JSON.stringify({ ...whole, more: 1 }), /must not have 'more'; it may have contract, client/],
])('a file with %s is refused, and it is said where', (text, message) => {
  expect(() => readClient('client.json', text)).toThrow(message)
})
