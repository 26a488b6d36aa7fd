import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test, vi } from 'vitest'
import { operations } from '../../contracts/operations.ts'
import { sampleOf } from '../../emulator/postman/sample.ts'
import { emulate } from '../kit.ts'

const main = fileURLToPath(new URL('../../dist/emulator/cli/main.js', import.meta.url))
const run = promisify(execFile)
const mmgraph = (...args: string[]) => run(process.execPath, [main, ...args], { maxBuffer: 10_000_000 })

// Processes are started, and a machine may be busy.
vi.setConfig({ testTimeout: 30_000 })

test('each command prints its document, for the server that is named', async () => {
  const [openapi, postman, contracts, schemas] = await Promise.all([
    mmgraph('openapi', '--server', 'http://127.0.0.1:1/'),
    mmgraph('postman', '--server', 'http://127.0.0.1:2'),
    mmgraph('contracts'),
    mmgraph('contracts', '--schemas'),
  ])
  expect(JSON.parse(openapi.stdout).servers[0].url).toBe('http://127.0.0.1:1/{version}')
  expect(JSON.parse(postman.stdout).variable[0]).toEqual({ key: 'server', value: 'http://127.0.0.1:2' })
  expect(JSON.parse(contracts.stdout).operations).toHaveLength(operations.length)
  expect(Object.keys(JSON.parse(schemas.stdout).$defs).length).toBeGreaterThan(2 * operations.length)
})

test.each([
  [['openapi', '--server', 'nowhere'], /It must be a URL like http:\/\/127\.0\.0\.1:4020/],
  [['postman', '--server', 'ftp://x'], /It must be a URL/],
  [['contracts', '--schema'], /Did you mean --schemas/],
])('wrong words, %j, are told', async (args, message) => {
  const { code, stderr } = await mmgraph(...args).then(
    () => ({ code: 0, stderr: '' }),
    (error) => error,
  )
  expect(code).toBe(2)
  expect(stderr).toMatch(message)
  expect(stderr).not.toContain('    at ')
})

test('a reader that goes away ends it without a word', async () => {
  const child = spawn(process.execPath, [main, 'openapi'], { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (part: string) => {
    said += part
  })
  child.stdout.destroy()
  await once(child, 'exit')
  expect({ code: child.exitCode, said }).toEqual({ code: 0, said: '' })
})

test('a running emulator serves them, with its own address', async () => {
  const { control } = emulate()
  const { body, status } = await control('get', 'openapi.json')
  expect(status).toBe(200)
  expect(body.servers[0].url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\{version\}$/)
  expect((await control('get', 'postman.json')).body.variable[0].value).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  expect(Object.keys((await control('get', 'contracts.json')).body)).toContain('rulings')
  expect((await control('get', 'schemas.json')).body.$defs).toBeDefined()
  expect((await control('get', 'report.json')).body.error.message).toContain('GET openapi.json|contracts.json')
})

test.each([
  [{ const: 'a' }, 'a'],
  [{ enum: ['b', 'c'] }, 'b'],
  [{ type: 'array', items: { type: 'integer', minimum: 3 }, minItems: 2 }, [3, 3]],
  [{ anyOf: [{ type: 'boolean' }, { type: 'string' }] }, true],
  [
    {
      type: 'object',
      properties: { a: { type: 'string' }, b: { type: 'number' } },
      anyOf: [{ required: ['b'] }, { required: ['a'] }],
    },
    { b: 1 },
  ],
  [{}, ''],
] as const)('the sample of %j is %j', (schema, sample) => {
  expect(sampleOf(schema)).toEqual(sample)
})
