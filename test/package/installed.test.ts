import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { addPackages, type Installed, install } from './installed.ts'
import { root } from './project.ts'

const run = promisify(execFile)
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const exported = Object.keys(manifest.exports).map((path) => `mmgraph${path.slice(1)}`)
const modules = exported.filter((name) => !name.endsWith('.json'))
/** These are for a test runner, which must be there. */
const RUNNERS = ['mmgraph/vitest', 'mmgraph/jest']
/** Bytes. */
const MOST = 3_000_000

describe('the package, installed into an empty folder', () => {
  let installed: Installed
  beforeAll(async () => {
    installed = await install()
  })
  afterAll(() => rmSync(installed.folder, { recursive: true }))

  const inFolder = (command: string, ...args: string[]) => run(command, args, { cwd: installed.folder })
  const npx = (...args: string[]) => inFolder('npx', '--no-install', 'mmgraph', ...args)
  const node = async (text: string): Promise<string> => {
    writeFileSync(join(installed.folder, 'use.mjs'), text)
    return (await inFolder(process.execPath, 'use.mjs')).stdout.trim()
  }

  test('is under 3 MB, and under 25 packages with everything beneath it', () => {
    expect(installed.packed).toBeLessThan(MOST)
    expect(installed.unpacked).toBeLessThan(3 * MOST)
    expect(installed.packages).toContain('node_modules/mmgraph')
    expect(installed.packages.length).toBeLessThan(25)
  })

  test('has what it needs and its papers, and nothing else', () => {
    for (const file of ['LICENSE', 'README.md', 'CHANGELOG.md', 'docs/ci.md', 'dist/openapi.json']) {
      expect(installed.files).toContain(file)
    }
    const strange = /(^|\/)(test|bench|scripts|node_modules)\/|\.map$|(?<!\.d)\.ts$|\.tsbuildinfo$|\.stamp$/
    expect(installed.files.filter((file) => strange.test(file))).toEqual([])
  })

  test('runs: its version, a scenario of its own, and a server that answers', async () => {
    expect((await npx('--version')).stdout.trim()).toBe(manifest.version)
    const scenario = 'node_modules/mmgraph/scenarios/onboarding'
    expect((await npx('play', scenario)).stdout).toMatch(/\d+ scenarios: \d+ ok\n$/)
    const main = join(installed.folder, 'node_modules/.bin/mmgraph')
    const child = spawn(main, ['serve', '--port', '0', '--json'], { stdio: ['ignore', 'pipe', 'inherit'] })
    onTestFinished(() => void child.kill('SIGKILL'))
    const [line] = await once(child.stdout, 'data')
    const { url, worlds } = JSON.parse(String(line))
    const token = worlds[1].tokens.client_business
    const read = await fetch(`${url}/v24.0/${worlds[1].names.waba}?fields=name&access_token=${token}`)
    expect(await read.json()).toMatchObject({ name: expect.any(String) })
    const sent = { method: 'POST', body: JSON.stringify({ name: 'no_such_thing' }) }
    expect((await fetch(`${url}/_mmgraph/worlds/ready-to-send/happenings`, sent)).status).toBe(400)
    child.kill('SIGTERM')
    expect(await once(child, 'exit')).toEqual([0, null])
  })

  test('check runs a command in it, with its preload', async () => {
    const client =
      "fetch('https://graph.facebook.com/v24.0/me').then(({ status }) => console.log('Graph said', status))"
    const said = await npx('check', '--', process.execPath, '-e', client).catch((error: { stdout: string }) => error)
    expect(said.stdout).toMatch(/Graph said 4\d\d/)
  })

  test('every export can be imported, and required', async () => {
    const names = exported.filter((name) => !RUNNERS.includes(name))
    const imports = names.map((name) =>
      name.endsWith('.json') ? `import('${name}', { with: { type: 'json' } })` : `import('${name}')`,
    )
    const text = `const all = await Promise.all([${imports.join(', ')}])
      console.log(JSON.stringify(all.map((one) => Object.keys(one).length > 0)))`
    expect(JSON.parse(await node(text))).toEqual(names.map(() => true))
    const required = `import { createRequire } from 'node:module'
      const require = createRequire(import.meta.url)
      console.log(typeof require('mmgraph/openapi.json').paths)`
    expect(await node(required)).toBe('object')
  })

  test('without their runner the matchers say which is missing', async () => {
    const text = `for (const name of ${JSON.stringify(RUNNERS)}) await import(name).catch(({ message }) => console.log(message))`
    const [vitest, jest] = (await node(text)).split('\n')
    expect(vitest).toContain("'vitest'")
    expect(jest).toContain('mmgraph/jest needs the expect of jest')
  })

  describe.each([
    ['nodenext', 'nodenext'],
    ['esnext', 'bundler'],
  ])('types with module %s, resolution %s', (module, moduleResolution) => {
    const compile = async (name: string, text: string, types: readonly string[] = ['node']): Promise<string> => {
      const options = { module, moduleResolution, target: 'es2023', lib: ['es2023'], types, resolveJsonModule: true }
      const compilerOptions = {
        ...options,
        strict: true,
        exactOptionalPropertyTypes: true,
        skipLibCheck: false,
        noEmit: true,
      }
      const files = [`${name}.ts`]
      writeFileSync(join(installed.folder, `${name}.json`), JSON.stringify({ compilerOptions, files }))
      writeFileSync(join(installed.folder, `${name}.ts`), text)
      const tsc = join(root, 'node_modules/typescript/bin/tsc')
      const said = await inFolder(process.execPath, tsc, '-p', `${name}.json`).catch(
        (error: { stdout: string }) => error,
      )
      return said.stdout
    }
    const importing = (names: readonly string[]): string =>
      `${names.map((name, at) => `import * as m${at} from '${name}'`).join('\n')}\nexport const all = [${names.map((_, at) => `m${at}`).join(', ')}]\n`

    test('all but those of runners compile, libraries checked, with @types/node alone', async () => {
      addPackages(installed, ['@types/node', 'undici-types'])
      expect(
        await compile(`plain-${moduleResolution}`, importing(modules.filter((name) => !RUNNERS.includes(name)))),
      ).toBe('')
    })

    test('those of runners compile where the runner is', async () => {
      addPackages(installed, ['@types/node', 'undici-types', 'vitest', 'expect'])
      expect(await compile(`runners-${moduleResolution}`, importing(modules))).toBe('')
    })
  })
})
