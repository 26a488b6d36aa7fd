import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Command } from 'commander'
import { describe, expect, test } from 'vitest'
import * as contracts from '../../contracts/contracts.ts'
import { matchers } from '../../contracts/testing/matchers.ts'
import { withReports } from '../../emulator/cli/kit-reports.ts'
import { need } from '../kit.ts'
import { project, root } from './project.ts'

const run = promisify(execFile)
const page = readFileSync(join(root, 'docs/contracts.md'), 'utf8')
const blocks = (kind: string): string[] =>
  [...page.matchAll(new RegExp(`\`\`\`${kind}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, block]) => need(block))
const [inVitest, inNode, asModules, ofHistories] = blocks('js')

// Each starts a process, and a machine may be busy.
describe('the examples of contracts.md', { timeout: 60_000 }, () => {
  test('that of vitest passes, and fails when what it says is not so', async () => {
    const text = need(inVitest)
    const files = {
      'package.json': '{"type": "module"}',
      // The package then stands in node_modules, as where it was installed, and is not transformed.
      'vitest.config.js': 'export default { resolve: { preserveSymlinks: true } }',
      'right.test.js': text,
      'wrong.test.js': text.replace("'template_not_found'", "'token_expired'"),
    }
    const folder = project(files, ['vitest'])
    const vitest = join(root, 'node_modules/vitest/vitest.mjs')
    const args = [vitest, 'run', '--root', folder, '--reporter', 'json']
    const { stdout } = await run(process.execPath, args).catch((error: { stdout: string }) => error)
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(stdout)
    expect({ numPassedTests, numFailedTests }).toEqual({ numPassedTests: 1, numFailedTests: 1 })
    expect(JSON.stringify(testResults)).toContain('which is template_not_found')
  })

  test('that of node:test passes', async () => {
    const folder = project({ 'use.mjs': need(inNode) })
    expect((await run(process.execPath, [join(folder, 'use.mjs')])).stdout).toMatch(/pass 1\b[\s\S]*fail 0\b/)
  })

  test('that of the modules prints what stands there', async () => {
    const folder = project({ 'use.mjs': need(asModules), 'judge.mjs': need(ofHistories) })
    const printed = async (file: string) => (await run(process.execPath, [join(folder, file)])).stdout
    expect(await printed('use.mjs')).toBe(blocks('text')[0])
    expect(await printed('judge.mjs')).toBe(blocks('text')[1])
  })

  test('those of the command line write files', async () => {
    const folder = project({ mmgraph: `#!/bin/sh\nexec node ${join(root, 'dist/emulator/cli/main.js')} "$@"\n` })
    const text = need(blocks('sh')[0]).replaceAll('mmgraph ', 'sh ./mmgraph ')
    await run('sh', ['-euc', text], { cwd: folder })
    const read = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8'))
    expect(read('openapi.json').servers[0].url).toBe('http://127.0.0.1:4021/{version}')
    expect(Object.keys(read('schemas.json').$defs)).toContain('SendMessageReply')
  })
})

test('contracts.md has every matcher, every value that is exported, and every option of a report', () => {
  const absent = (names: readonly string[]) => names.filter((name) => !page.includes(`\`${name}`))
  expect(absent(Object.keys(matchers))).toEqual([])
  expect(absent(withReports(new Command()).options.map(({ long }) => String(long)))).toEqual([])
  const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const paths = Object.keys(exports).filter((path) => !['.', './package.json'].includes(path))
  expect(paths.filter((path) => !page.includes(`mmgraph${path.slice(1)}`))).toEqual([])
  const values = ['operations', 'check', 'nodes', 'webhooks', 'errors', 'rulings', 'sources', 'catalogue', 'htmlReport']
  expect(values.filter((name) => !(name in contracts))).toEqual([])
})
