import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type ErrorName, errors, faultErrors } from '../../contracts/errors.ts'
import { errorsIn, filesByError } from '../../scenarios/coverage/errors.ts'
import { sentenceOf } from '../../scenarios/result.ts'
import { failuresOf, playFolder, scenariosIn } from './library.ts'

const library = scenariosIn('errors')

test('every error of the catalogue is met by a scenario', () => {
  const met: ReadonlyMap<string, readonly string[]> = filesByError(library)
  expect(Object.keys(errors).filter((name) => !met.has(name))).toEqual([])
})

/** Errors that steps of a scenario expect of the world itself, without asking for them as a fault. */
const naturalIn = ({ steps, covers }: (typeof library)[number]): string[] => [
  ...steps.flatMap(({ expect: expected, fault }) => (fault ? [] : (expected?.error ?? []))),
  ...covers.map((one) => one.replace('error/', '')),
]

test('what has a cause in a world is met by that cause, and not by a fault', () => {
  const natural = new Set(library.flatMap(naturalIn))
  const byFault: readonly string[] = faultErrors
  expect(Object.keys(errors).filter((name) => !natural.has(name) && !byFault.includes(name))).toEqual([])
})

test('what a scenario covers is told by one of its webhooks', () => {
  for (const { covers, steps, file } of library) {
    const webhooks = JSON.stringify(steps.map((step) => step.webhooks))
    for (const one of covers) {
      const { code } = errors[one.replace('error/', '') as ErrorName] as { readonly code?: number }
      expect(webhooks, `${file}: ${one}`).toContain(`"code":${code}}`)
    }
  }
})

test('the folders are the chapters of docs/errors.md', () => {
  const headings = readFileSync('docs/errors.md', 'utf8').matchAll(/^## (.+)$/gm)
  const chapters = [...headings].map(([, title = '']) => title.toLowerCase().replaceAll(/\W+/g, '-'))
  const folders = library.map(({ file }) => file.split('/')[2])
  expect([...new Set(folders)].sort()).toEqual(chapters.sort())
})

test('each file meets errors, and says what happens in every step', () => {
  for (const scenario of library) {
    expect(errorsIn(scenario).size, scenario.file).toBeGreaterThan(0)
    for (const step of scenario.steps) expect(step.say, `${scenario.file}: ${sentenceOf(step)}`).toMatch(/^[A-Z]/)
  }
})

test('an error that covers names must be one of the catalogue', () => {
  const [scenario] = library
  expect(() => filesByError([{ ...scenario, covers: ['error/nothing'] } as never])).toThrow(
    /covers: 'error\/nothing' is no error of the catalogue$/,
  )
})

test('all of them pass', { timeout: 20_000 }, async () => {
  const played = await playFolder('errors')
  expect(failuresOf(played)).toEqual([])
  expect(played).toHaveLength(library.length)
})
