import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { globSync } from 'tinyglobby'
import { expect, onTestFinished, test } from 'vitest'
import { inProcess } from '../../emulator/cli/in-process.ts'
import { compare } from '../../emulator/journal/compare.ts'
import { readJournal } from '../../emulator/journal/read.ts'
import { playAll } from '../../scenarios/play-all.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const main = join(root, 'dist/emulator/cli/main.js')
const files = globSync('scenarios/**/*.yaml', { cwd: root, absolute: true, ignore: '**/shared/**' }).sort()
const from = {
  read: (path: string) => readFileSync(path, 'utf8'),
  resolve: (file: string, path: string) => relative('', resolve(dirname(file), path)),
}

const open = inProcess

/** The journals of scenarios by their file. */
async function journals(order: readonly string[], jobs: number, stage: typeof open): Promise<Map<string, string>> {
  const all = await playAll({ files: order, from, stage, variables: {}, jobs, journals: 'all', told: () => undefined })
  return new Map(all.map(({ scenario, journal }) => [scenario.file, journal ?? '']))
}

const sortedOf = (map: ReadonlyMap<string, string>): object => Object.fromEntries([...map].sort())

test('the library gives the same journals, whatever the order and however many play at a time', async () => {
  const one = await journals(files, 1, open)
  const other = await journals(files.toReversed(), 5, open)
  expect(sortedOf(other)).toEqual(sortedOf(one))
  expect([...one.values()].every((journal) => journal.startsWith('[\n{"journal":1,'))).toBe(true)
  for (const [file, journal] of one)
    expect([file, await compare(readJournal(file, journal))]).toEqual([file, expect.objectContaining({ same: true })])
}, 60_000)

const run = promisify(execFile)

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'mmgraph-journals-'))
  onTestFinished(() => rmSync(made, { recursive: true }))
  return made
}

/** What the command prints, however it ends. */
async function play(...args: string[]): Promise<{ stdout: string; stderr: string }> {
  return run(process.execPath, [main, 'play', ...args], { cwd: root, maxBuffer: 2 ** 26 }).catch((error) => error)
}

const contents = (at: string): object =>
  Object.fromEntries(readdirSync(at).map((name) => [name, readFileSync(join(at, name), 'utf8')]))

test('mmgraph play writes the same journals, one at a time and eight', async () => {
  const [one, eight] = [folder(), folder()]
  await play('scenarios', '--journals', one, '--journals-all', '--jobs', '1')
  await play('scenarios', '--journals', eight, '--journals-all', '--jobs', '8')
  expect(contents(eight)).toEqual(contents(one))
  expect(readdirSync(one).length).toBeGreaterThanOrEqual(files.length)
}, 60_000)

test('the journal of a scenario that fails is in its report and in the folder, and both replay; of others there is none', async () => {
  const at = folder()
  const call = { call: 'GET /{waba}', as: 'client_business', expect: { reply: { name: 'Nobody' } } }
  const file = join(at, 'bad.yaml')
  writeFileSync(file, JSON.stringify({ title: 'A name that nobody has', world: 'ready-to-send', steps: [call] }))
  const good = { ...call, expect: { status: 200 } }
  writeFileSync(join(at, 'good.yaml'), JSON.stringify({ title: 'It goes well', world: 'ready-to-send', steps: [good] }))
  const { stdout } = await play(at, '--json', '--journals', join(at, 'journals'))
  const [bad, well] = JSON.parse(stdout).scenarios
  expect(well).not.toHaveProperty('journal')
  expect(readdirSync(join(at, 'journals'))).toEqual(['a-name-that-nobody-has.journal.json'])
  const kept = readFileSync(join(at, 'journals', 'a-name-that-nobody-has.journal.json'), 'utf8')
  expect(JSON.parse(kept)).toEqual(bad.journal)
  for (const text of [kept, JSON.stringify(bad.journal), stdout]) {
    expect(await compare(readJournal('report', text))).toMatchObject({
      same: true,
      inputs: 1,
      world: 'a-name-that-nobody-has',
    })
  }
}, 60_000)

test('all journals need a folder', async () => {
  expect(await play('scenarios', '--journals-all')).toMatchObject({
    code: 2,
    stderr: 'mmgraph: --journals-all goes with --journals FOLDER\n',
  })
})
