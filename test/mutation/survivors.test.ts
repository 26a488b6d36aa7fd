import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

interface Survivor {
  readonly line: string
  readonly mutator: string
  readonly reason?: string
}

const root = fileURLToPath(new URL('../..', import.meta.url))
const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const survivors = Object.entries(JSON.parse(read('test/mutation/survivors.json')) as Record<string, Survivor[]>)
const reasons: string[] = Object.keys(JSON.parse(read('test/mutation/reasons.json')).reasons)

test.each(survivors)('survivors of %s stand on lines that it has, with no unknown reason', (file, listed) => {
  expect(existsSync(join(root, file))).toBe(true)
  const lines = new Set(
    read(file)
      .split('\n')
      .map((line) => line.trim()),
  )
  expect(listed.filter(({ line }) => !lines.has(line)).map(({ line }) => line)).toEqual([])
  expect(listed.filter(({ reason }) => reason !== undefined && !reasons.includes(reason))).toEqual([])
})

test('docs/mutation.md counts them by reason', () => {
  const page = read('docs/mutation.md')
  const all = survivors.flatMap(([, listed]) => listed)
  for (const reason of [...reasons, undefined]) {
    const count = all.filter((one) => one.reason === reason).length
    expect(page).toContain(`| ${reason ?? 'none yet'} | ${count} | `)
  }
})
