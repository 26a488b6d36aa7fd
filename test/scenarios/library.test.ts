import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { plain } from '../../contracts/report/paint.ts'
import type { Ruling } from '../../contracts/ruling.ts'
import { rulings } from '../../contracts/rulings.ts'
import { inProcess } from '../../emulator/cli/in-process.ts'
import { library } from '../../emulator/cli/library.ts'
import { filesFrom } from '../../emulator/cli/scenario-files.ts'
import { guide, guideApart, oboRows } from '../../scenarios/coverage/guide.ts'
import { gapsOf, libraryPage } from '../../scenarios/coverage/library.ts'
import { play } from '../../scenarios/play.ts'
import { idOf, playAll } from '../../scenarios/play-all.ts'
import type { Scenario } from '../../scenarios/read.ts'
import { scenarioText } from '../../scenarios/report/terminal.ts'
import { verdictOf } from '../../scenarios/result.ts'

const all = library()

/** Two cores that do nothing else need less than ten seconds; other tests run beside this one. */
const SECONDS = 30

test('every scenario of the library passes, and they do not take long', { timeout: 2 * SECONDS * 1000 }, async () => {
  const began = performance.now()
  const files = all.map(({ file }) => file)
  const played = await playAll({
    files,
    from: filesFrom,
    stage: inProcess,
    variables: {},
    jobs: 4,
    told: () => undefined,
  })
  const seconds = (performance.now() - began) / 1000
  console.info(`${played.length} scenarios in ${seconds.toFixed(1)} s`)
  const failed = played.filter((one) => verdictOf(one) !== 'ok')
  expect(failed.map((one) => scenarioText(one, plain)).join('\n')).toBe('')
  expect(seconds).toBeLessThan(SECONDS)
})

test('every sentence, row, side and webhook has a scenario, and nothing else is covered', () => {
  expect(gapsOf(all)).toEqual([])
})

test('docs/scenarios-coverage.md is made from the scenarios', () => {
  expect(readFileSync('docs/scenarios-coverage.md', 'utf8')).toBe(libraryPage(all))
})

test('there are at least 60 scenarios, each with a title of its own', () => {
  expect(all.length).toBeGreaterThanOrEqual(60)
  expect(new Set(all.map(({ title }) => idOf(title))).size).toBe(all.length)
})

describe('gapsOf', () => {
  const shelved = all.map(({ file, covers }) => ({ file, covers }))
  const without = (id: string) => shelved.map((one) => ({ ...one, covers: one.covers.filter((other) => other !== id) }))
  const [sentence] = guide
  const [row] = oboRows
  const [hidden] = guideApart

  test.each([sentence?.id, row?.id, 'ruling/status-order/repeated', 'webhook/messages/errors'])(
    'misses %s',
    (id = '') => {
      expect(gapsOf(without(id))).toEqual([`no scenario covers ${id}`])
    },
  )

  test('finds a sentence that is covered and said not to be built', () => {
    const id = hidden?.id ?? ''
    expect(gapsOf([...shelved, { file: 'x.yaml', covers: [id] }])).toEqual([
      `${id} is covered: it goes to the sentences that are shown`,
    ])
  })

  test('finds a name that means nothing', () => {
    const covers = ['onboarding/intent-api/99', 'error/token_expired', 'error/no_such']
    expect(gapsOf([...shelved, { file: 'x.yaml', covers }])).toEqual([
      "x.yaml: covers: 'onboarding/intent-api/99' is nothing",
      "x.yaml: covers: 'error/no_such' is nothing",
    ])
  })
})

test('no id of the guide stands twice', () => {
  const ids = [...guide, ...guideApart, ...oboRows].map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
})

/** Each ruling and side, with the scenarios that show it. */
const sides = all.flatMap((scenario) =>
  scenario.covers.flatMap((id) => {
    const [, name, side] = /^ruling\/([^/]+)\/([^/]+)$/.exec(id) ?? []
    return name && side ? [{ scenario, name, side }] : []
  }),
)

async function passes(scenario: Scenario): Promise<boolean> {
  const { target, close } = inProcess()
  try {
    return verdictOf(await play(scenario, idOf(scenario.title), target)) === 'ok'
  } finally {
    close()
  }
}

test.each(sides)('$name: what shows $side passes under no other side', async ({ scenario, name, side }) => {
  const ruling: Ruling = rulings[name as keyof typeof rulings]
  expect(scenario.rulings[name]).toBe(side)
  for (const other of Object.keys(ruling.sides).filter((one) => one !== side)) {
    expect({ other, passes: await passes({ ...scenario, rulings: { ...scenario.rulings, [name]: other } }) }).toEqual({
      other,
      passes: false,
    })
  }
})
