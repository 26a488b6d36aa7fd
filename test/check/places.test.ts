import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { findingsOf } from '../../emulator/check/judged.ts'
import { placedHere } from '../../emulator/check/places.ts'
import { placesFrom } from '../../emulator/cli/sarif-places.ts'
import { clientFile, GOOD, run } from './place.ts'

const client = 'test/check/clients/wrong.mjs'

/** The line and column of a text in the sample client. */
function placeOf(text: string): { file: string; line: number; column: number } {
  const lines = readFileSync(clientFile('wrong.mjs'), 'utf8').split('\n')
  const at = lines.findIndex((line) => line.includes(text))
  return { file: client, line: at + 1, column: (lines[at] ?? '').indexOf(text) + 1 }
}

test('the line of the client that made a call is known, whichever way it was made', async () => {
  const result = await run('wrong.mjs')
  expect(result.ending).toEqual(GOOD)
  const places = result.told.flatMap((row) => (row.kind === 'called' ? [placedHere(row.place)] : []))
  expect(places).toEqual([placeOf('fetch(url('), placeOf('get(url('), placeOf("get(url('by_axios')")])
  const found = findingsOf(result).find(({ rule }) => rule === 'field-unknown')
  expect(found).toMatchObject({ where: 'GET /{phone}', place: placeOf('fetch(url(') })
})

/** A repository with a package in it, whose tests call as they should not. */
function repository(): { root: string; folder: string } {
  const root = mkdtempSync(join(tmpdir(), 'mmgraph-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  const folder = join(root, 'packages', 'api')
  mkdirSync(join(folder, 'src'), { recursive: true })
  mkdirSync(join(root, '.git'))
  writeFileSync(join(folder, 'package.json'), '{}')
  return { root, folder }
}

test('a SARIF file names files as seen from the root of the repository', { timeout: 30_000 }, async () => {
  const { folder } = repository()
  writeFileSync(
    join(folder, 'src', 'send.mjs'),
    "await fetch('https://graph.facebook.com/v24.0/1?fields=x')\nawait fetch('https://www.facebook.com').catch(() => 0)\n",
  )
  const main = fileURLToPath(new URL('../../dist/emulator/cli/main.js', import.meta.url))
  const args = [main, 'check', '--sarif', 'found.sarif', '--', process.execPath, 'src/send.mjs']
  await new Promise((done) => execFile(process.execPath, args, { cwd: folder }, done))
  const { runs } = JSON.parse(readFileSync(join(folder, 'found.sarif'), 'utf8'))
  const uris = runs[0].results.map((result: { ruleId: string; locations: readonly Location[] }) => {
    const { artifactLocation, region } = result.locations[0]?.physicalLocation ?? {}
    return `${result.ruleId} ${artifactLocation?.uri}:${region?.startLine}`
  })
  expect(uris).toEqual(['token-missing packages/api/src/send.mjs:1', 'escaped-call packages/api/src/send.mjs:2'])
})

interface Location {
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string }
    readonly region: { readonly startLine: number }
  }
}

test('what stands for the whole is the file that was read, else the nearest package.json of the repository', () => {
  const { root, folder } = repository()
  writeFileSync(join(folder, 'spec.yaml'), '')
  expect(placesFrom(folder, 'spec.yaml')).toEqual({ folder: 'packages/api/', file: 'spec.yaml' })
  expect(placesFrom(folder, 'absent.json')).toEqual({ folder: 'packages/api/', file: 'package.json' })
  expect(placesFrom(folder, 'src')).toEqual({ folder: 'packages/api/', file: 'package.json' })
  expect(placesFrom(join(folder, 'src'))).toEqual({ folder: 'packages/api/src/', file: '../package.json' })
  expect(placesFrom(root)).toEqual({ folder: '' })
  const other = repository()
  expect(placesFrom(folder, join(other.folder, 'package.json'))).toEqual({
    folder: 'packages/api/',
    file: 'package.json',
  })
})
