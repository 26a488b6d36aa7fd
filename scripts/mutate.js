// npm run mutate [-- FILES] [--force]: StrykerJS changes the code in one place after the other; a change that no test sees is a survivor.
// FILES: a folder, a file or a pattern; without it all of test/mutation/parts.json. Each part is held by the tests near it.
// It ends with 1 where a part scores under 80 % or a survivor has no reason in test/mutation/survivors.json, which it writes.
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { keep } from './mutation-results.js'
import { ready, root, tool } from './ready.js'

const parts = JSON.parse(readFileSync(join(root, 'test/mutation/parts.json'), 'utf8'))

ready()
const { globSync } = await import('tinyglobby')
const { nearest } = await import('../dist/contracts/nearest.js')

const force = process.argv.includes('--force')
const wanted = process.argv.slice(2).filter((word) => word !== '--force')
const known = new Map(parts.map((part) => [part, globSync(part.files, { cwd: root })]))
const chosen = new Set(wanted.flatMap(filesOf))

for (const [part, files] of known) {
  const mutated = wanted.length > 0 ? files.filter((file) => chosen.has(file)) : files
  if (mutated.length > 0) mutate(part, mutated, mutated.length === files.length)
}

function filesOf(word) {
  if (word.startsWith('-')) stop(`There is no option ${word}; there is --force.`)
  const place = word.replace(/^\.\//, '').replace(/\/+$/, '')
  const isFolder = existsSync(join(root, place)) && statSync(join(root, place)).isDirectory()
  const found = new Set(globSync(isFolder ? `${place}/**/*.ts` : place, { cwd: root }))
  const files = [...known.values()].flat().filter((file) => found.has(file))
  if (files.length > 0) return files
  const folders = [...new Set([...known.values()].flat().map((file) => file.replace(/\/[^/]*$/, '')))].sort()
  const near = nearest(place, [...folders, ...[...known.values()].flat()])
  const guess = near ? ` Did you mean ${near}?` : ''
  return stop(
    `Nothing to mutate is at ${word}.${guess} Allowed are folders, files and patterns of ${folders.join(', ')}.`,
  )
}

function stop(why) {
  process.stderr.write(`mmgraph: ${why}\n`)
  process.exit(2)
}

function mutate({ files, tests }, mutated, isWhole) {
  process.env.MUTATE_TESTS = tests.map((test) => `test/${test}.test.ts`).join('\n')
  const name = files.replace(/\/\*.*$/, '').replaceAll(/\W+/g, '-')
  const incremental = `.mutation/${name}.json`
  try {
    tool('stryker', [
      'run',
      '--mutate',
      mutated.join(','),
      '--incrementalFile',
      incremental,
      ...(force ? ['--force'] : []),
    ])
  } catch (error) {
    process.exit(error.status ?? 1)
  }
  const wrong = keep({ part: files, report: incremental, files: mutated, isWhole })
  for (const problem of wrong) process.stderr.write(`mmgraph: ${problem}\n`)
  if (wrong.length > 0) process.exitCode = 1
}
