import { execFile } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { madeFiles } from '../../emulator/made-files.ts'
import { project, root } from './project.ts'

const run = promisify(execFile)
const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

test('every file that is exported is built', () => {
  const targets = Object.values(exports).flatMap((target) =>
    Object.values(typeof target === 'string' ? [target] : (target as object)),
  )
  expect(targets.filter((target) => !existsSync(join(root, String(target))))).toEqual([])
})

describe('what is bundled', () => {
  const folders = ['dist/bundle', 'dist/bundle/parts', 'dist/cli', 'dist/emulator/cli']
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder)).flatMap((name) => (/^[^.]+\.c?js$/.test(name) ? join(root, folder, name) : [])),
  )
  const bundled = files.filter((file) => !/dist\/emulator\/cli\/(?!main\.js$)/.test(file))
  const texts = bundled.map((file) => readFileSync(file, 'utf8'))

  test('loads dependencies, its runners, and nothing that only a checkout has', () => {
    const { dependencies, peerDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    const known = new Set([...Object.keys(dependencies), ...Object.keys(peerDependencies)])
    const loaded = texts.flatMap((text) => [...text.matchAll(/^(?:import|export)\b[^\n]*?from "([^".#][^"]*)";$/gm)])
    const names = loaded.map(([, name = '']) => /^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? '')
    expect(new Set(names).size).toBeGreaterThan(5)
    expect(names.filter((name) => !name.startsWith('node:') && !known.has(name))).toEqual([])
  })

  test('of the command line carries what its start needs, with its licences', () => {
    const cli = texts.filter((_, at) => bundled[at]?.includes('dist/cli/')).join('\n')
    for (const name of ['ajv', 'json5']) expect(cli).toContain(`onDemand("#${name}")`)
    const licences = readFileSync(join(root, 'dist/cli/LICENCES.txt'), 'utf8')
    for (const name of ['ajv', 'hono', 'commander', 'json5', 'tinyqueue', '@hono/node-server']) {
      expect(licences).toMatch(new RegExp(`^${name} \\d`, 'm'))
    }
    expect(licences.match(/^Permission is hereby granted/gm)?.length).toBeGreaterThan(5)
  })
})

test.each(Object.entries(madeFiles))('%s is that of the contracts', (name, make) => {
  expect(JSON.parse(readFileSync(join(root, 'dist', name), 'utf8'))).toEqual(JSON.parse(JSON.stringify(make())))
})

const USE = `
import { check, type Exchange, operations, errors, rulings, sources, webhooks, checkWebhook } from 'mmgraph/contracts'
import { assertGraphError } from 'mmgraph/assert'
import { matchers } from 'mmgraph/matchers'
import { record, type RecordedExchange } from 'mmgraph/record'
const { fetch, exchanges } = record(globalThis.fetch)
const all: readonly RecordedExchange[] = exchanges
const one: Exchange = { at: 0, method: 'GET', path: '/1', params: {}, status: 200, reply: {} }
export const found: string[] = operations.flatMap((contract) => check(one, contract)).map(({ problem }) => problem)
export const code: 190 = errors.token_expired.code
export const used = [all, fetch, rulings, sources, webhooks, checkWebhook('messages', {})?.event, Object.keys(matchers)]
assertGraphError({ error: {} }, 'token_expired')
// @ts-expect-error: the catalogue has no such error
assertGraphError({ error: {} }, 'token_expird')
`
const USE_VITEST = `
import 'mmgraph/vitest'
import { expect } from 'vitest'
expect([]).toCall('debugToken')
expect([]).not.toKeepTheContract()
expect({}).toBeGraphError('token_expired')
// @ts-expect-error: the catalogue has no such error
expect({}).toBeGraphError('token_expird')
`
const USE_JEST = `
import 'mmgraph/jest'
import { expect } from 'expect'
expect([]).toCall('debugToken')
expect({}).not.toBeWebhook('account_update', 'MM_LITE_TERMS_SIGNED')
// @ts-expect-error: it takes the name of an operation
expect([]).toCall(1)
`

describe.each([
  ['nodenext', 'nodenext'],
  ['esnext', 'bundler'],
])('module %s, resolution %s', (module, moduleResolution) => {
  test('the types are found, and are what they should be', async () => {
    const compilerOptions = {
      module,
      moduleResolution,
      target: 'es2023',
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      types: ['node'],
      typeRoots: [join(root, 'node_modules/@types')],
    }
    const files = {
      'package.json': '{"type": "module"}',
      'tsconfig.json': JSON.stringify({ compilerOptions, include: ['*.ts'] }),
      'use.ts': USE,
      'use-vitest.ts': USE_VITEST,
      'use-jest.ts': USE_JEST,
    }
    const folder = project(files, ['vitest', 'expect'])
    const tsc = join(root, 'node_modules/typescript/bin/tsc')
    const said = await run(process.execPath, [tsc, '-p', folder]).catch((error: { stdout: string }) => error)
    expect(said.stdout).toBe('')
  }, 60_000)
})

// Each starts a process, and a machine may be busy.
describe('at run time', { timeout: 30_000 }, () => {
  const node = async (text: string, others: readonly string[] = []): Promise<string> => {
    const folder = project({ 'use.mjs': text }, others)
    const { stdout } = await run(process.execPath, [join(folder, 'use.mjs')])
    return stdout.trim()
  }

  test('the contracts load alone, without the emulator', async () => {
    const text = `
      import { operations, errors } from 'mmgraph/contracts'
      console.log(operations.length > 100, errors.token_expired.code)`
    expect(await node(text)).toBe('true 190')
  })

  test('the files can be imported as JSON', async () => {
    const text = `
      import { createRequire } from 'node:module'
      const require = createRequire(import.meta.url)
      console.log(require('mmgraph/openapi.json').openapi, require('mmgraph/schemas.json').$schema, require('mmgraph/contracts.json').version)`
    expect(await node(text)).toBe('3.1.1 https://json-schema.org/draft/2020-12/schema 1')
  })

  test('mmgraph/jest extends the expect that is there, and says so where there is none', async () => {
    const text = `
      import { expect } from 'expect'
      await import('mmgraph/jest').catch(({ message }) => console.log(message))
      console.log(typeof expect)`
    expect(await node(text, ['expect'])).toContain('mmgraph/jest needs the expect of jest')
    const extended = `
      import { expect } from 'expect'
      globalThis.expect = expect
      await import('mmgraph/jest')
      try { expect([]).toCall('debugToken') } catch ({ message }) { console.log(message) }`
    expect(await node(extended, ['expect'])).toBe('debugToken was not called:\n  nothing was called')
  })

  test('node:test has functions that throw', async () => {
    const text = `
      import { test } from 'node:test'
      import { assertKeepsContract } from 'mmgraph/assert'
      import { record } from 'mmgraph/record'
      import { createEmulator } from 'mmgraph'
      const emulator = await createEmulator({ world: 'ready-to-send', port: false })
      const { fetch, exchanges } = record(emulator.fetch)
      test('a client', async () => {
        await fetch('http://127.0.0.1/v24.0/me')
        assertKeepsContract(exchanges)
      })`
    expect(await node(text)).toMatch(/pass 1\b/)
  })
})
