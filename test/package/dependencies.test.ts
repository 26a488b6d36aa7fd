import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { root } from './project.ts'

const run = promisify(execFile)

interface Locked {
  readonly version: string
  readonly license?: string
  readonly dev?: true
  readonly peer?: true
  readonly hasInstallScript?: true
  readonly engines?: { readonly node?: string }
}

const lock: Readonly<Record<string, Locked>> = JSON.parse(
  readFileSync(join(root, 'package-lock.json'), 'utf8'),
).packages
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
/** All that `npm install mmgraph` brings, with what is beneath it. */
const shipped = Object.entries(lock).filter(([path, { dev, peer }]) => path !== '' && !dev && !peer)

test('fewer than 25 packages are installed with it', () => {
  expect(shipped.length).toBeGreaterThan(5)
  expect(shipped.length + 1).toBeLessThan(25)
})

describe.each(shipped)('%s', (_, { license, engines, hasInstallScript }) => {
  test('runs on Node 20.19 and on each after it, runs nothing when installed, and may be used', () => {
    // What is wanted must be a least version and no more, or none.
    const [, least = '0'] = /^>=\s*(\d+)(?:\.\d+)*$/.exec(engines?.node ?? '>=0') ?? [
      undefined,
      'nothing that is read here',
    ]
    expect(Number(least)).toBeLessThanOrEqual(20)
    expect(hasInstallScript).toBeUndefined()
    expect(license).toMatch(/^(MIT|ISC|BSD-[23]-Clause|Apache-2\.0)$/)
  })
})

test('the package says what it runs on and that it is MIT, and the lock file names no registry', () => {
  expect(manifest.engines.node).toBe('>=20.19')
  expect(manifest.license).toBe('MIT')
  expect(readFileSync(join(root, 'LICENSE'), 'utf8')).toMatch(/^MIT License/)
  expect(Object.values(lock).filter((one) => 'resolved' in one)).toEqual([])
})

test('npm audit finds nothing in what is shipped', async (context) => {
  const args = ['audit', '--omit=dev', '--json', '--fetch-retries=0', '--fetch-timeout=5000']
  const { stdout } = await run('npm', args, { cwd: root }).catch((error: { stdout: string }) => error)
  const report = JSON.parse(stdout || '{}')
  if (!report.metadata) context.skip('the registry that is reached has no audit')
  expect(report.metadata.vulnerabilities.total).toBe(0)
})
