import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { project, root } from '../package/project.ts'

const run = promisify(execFile)
const example = (name: string) => readFileSync(join(root, 'examples/tests', name), 'utf8')
const said = async (args: readonly string[], cwd: string) => {
  // The tests of a test runner are not told that another one runs them.
  const { NODE_TEST_CONTEXT: _, VITEST: __, ...env } = process.env
  return run(process.execPath, args, { cwd, env }).catch((error: { stdout: string }) => error)
}

// Each starts a process, and a machine may be busy.
describe('the examples for test runners', { timeout: 60_000 }, () => {
  test('that of vitest passes, and fails when what it says is not so', async () => {
    const text = example('vitest.test.js')
    const folder = project(
      {
        'package.json': '{"type": "module"}',
        'vitest.config.js': 'export default { resolve: { preserveSymlinks: true } }',
        'right.test.js': text,
        'wrong.test.js': text.replace("toBe('Rye?')", "toBe('Oat?')"),
      },
      ['vitest'],
    )
    const vitest = join(root, 'node_modules/vitest/vitest.mjs')
    const { stdout } = await said([vitest, 'run', '--root', folder, '--reporter', 'json'], folder)
    const { numPassedTests, numFailedTests } = JSON.parse(stdout)
    expect({ numPassedTests, numFailedTests }).toEqual({ numPassedTests: 3, numFailedTests: 1 })
  })

  test('that of node:test passes, and the process ends by itself', async () => {
    const folder = project({ 'node-test.test.mjs': example('node-test.test.mjs') })
    expect((await said(['--test', folder], folder)).stdout).toMatch(/pass 2\b[\s\S]*fail 0\b/)
  })

  // jest itself is no dependency, as it brings a native binary: its expect is jest's own, its globals are node's.
  test('that of jest passes with the expect of jest', async () => {
    const globals = `
      import { after, before, test } from 'node:test'
      import { expect } from 'expect'
      Object.assign(globalThis, { afterAll: after, beforeAll: before, test, expect })`
    const files = { 'globals.mjs': globals, 'jest.test.mjs': example('jest.test.mjs') }
    const folder = project(files, ['expect'])
    const { stdout } = await said(['--import', './globals.mjs', './jest.test.mjs'], folder)
    expect(stdout).toMatch(/pass 1\b[\s\S]*fail 0\b/)
  })
})

describe('a process that used an emulator', { timeout: 60_000 }, () => {
  const uses = (options: string, body: string) => `
    import { createServer, Server } from 'node:http'
    import { createEmulator } from 'mmgraph'
    let opened = 0
    const { listen } = Server.prototype
    Server.prototype.listen = function (...given) { opened += 1; return listen.apply(this, given) }
    const emulator = await createEmulator({ world: 'ready-to-send', clock: 'running', ${options} })
    ${body}
    await emulator.close()
    const kinds = process.getActiveResourcesInfo().filter((kind) => /TCP|Timeout|HTTP/i.test(kind))
    console.log(JSON.stringify({ opened, kinds }))`
  const call = `await (await emulator.fetch('/v24.0/me')).text()`

  test.each([
    ['with fetch alone it opens no port', 'port: false', call, 0],
    ['with a port it closes that', '', `await (await fetch(emulator.url + '/v24.0/me')).text()`, 1],
  ])('ends by itself: %s', async (_, options, body, opened) => {
    const folder = project({ 'use.mjs': uses(options, body) })
    const { stdout } = await run(process.execPath, [join(folder, 'use.mjs')], { timeout: 30_000 })
    expect(JSON.parse(stdout)).toMatchObject({ opened })
    if (opened === 0) expect(JSON.parse(stdout).kinds).toEqual([])
  })

  test('ends by itself while a receiver does not answer', async () => {
    const body = `
      const hung = new Promise((resolve) => {
        const silent = createServer(() => resolve())
        silent.listen(0, '127.0.0.1', async () => {
          const { port } = silent.address()
          silent.unref()
          Object.assign(globalThis, { silent, port })
          resolve.ready?.()
        })
      })
      while (!globalThis.port) await new Promise(setImmediate)
      const { names, tokens } = emulator
      const other = await createEmulator({ world: 'ready-to-send', port: false, callback: 'http://127.0.0.1:' + port + '/' })
      void other.happen('customer_sends_message', { phone: 'phone', from: 'recipient', text: { body: 'Rye?' } })
      await hung
      const from = Date.now()
      await other.close()
      process.on('exit', () => console.error(Date.now() - from < 5000 ? 'at once' : 'late'))`
    const folder = project({ 'use.mjs': uses('port: false', body) })
    const { stderr } = await run(process.execPath, [join(folder, 'use.mjs')], { timeout: 30_000 })
    expect(stderr).toContain('at once')
  })
})
