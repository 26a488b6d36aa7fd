import { expect, test } from 'vitest'
import { inProcess } from '../../emulator/cli/in-process.ts'
import { library } from '../../emulator/cli/library.ts'
import { filesFrom } from '../../emulator/cli/scenario-files.ts'
import { playAll } from '../../scenarios/play-all.ts'
import { readScenario } from '../../scenarios/read.ts'
import { recorded } from './tester.ts'

interface Told {
  readonly expect?: { readonly error?: string }
  readonly happens?: string
  readonly times?: number
}

/** The errors that calls meet, and the happenings: what a scenario is about. */
function gist(steps: readonly Told[]): string[] {
  return steps.flatMap(({ expect: wanted, happens, times = 1 }) => {
    const told = [wanted?.error, happens].filter((one) => one !== undefined)
    return Array.from({ length: times }, () => told).flat()
  })
}

/** What of it a recording does not have in that order. A scenario may name an error by its code alone. */
function missing(steps: readonly Told[], read: readonly Told[]): string[] {
  const left = gist(read)
  return gist(steps).filter((one) => {
    const at = left.indexOf(one)
    if (at >= 0) left.splice(0, at + 1)
    return at < 0
  })
}

test('every scenario of the library, recorded from its journal, passes again and is about the same', {
  timeout: 120_000,
}, async () => {
  const files = library().map(({ file }) => file)
  const options = {
    from: filesFrom,
    stage: inProcess,
    variables: {},
    jobs: 4,
    journals: 'all',
    told: () => undefined,
  } as const
  const played = await playAll({ ...options, files })
  const odd: object[] = []
  let webhooks = 0
  for (const { scenario, journal = '' } of played) {
    // Another title is another world with other ids: what stands as it came would not be found there.
    const { failure, loosened, read } = await recorded(journal, `Again: ${scenario.title}`)
    const lost = missing(readScenario(scenario.file, filesFrom).steps as readonly Told[], read.steps)
    if (failure !== undefined || loosened.length + lost.length > 0) {
      odd.push({ file: scenario.file, failure, loosened, lost })
    }
    webhooks += read.steps.filter(({ webhook }: { webhook?: object }) => webhook).length
  }
  expect(odd).toEqual([])
  expect(played.length).toBeGreaterThan(200)
  expect(webhooks).toBeGreaterThan(150)
})
