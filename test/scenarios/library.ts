import { availableParallelism } from 'node:os'
import { globSync } from 'tinyglobby'
import { inProcess } from '../../emulator/cli/in-process.ts'
import { filesFrom } from '../../emulator/cli/scenario-files.ts'
import { playAll } from '../../scenarios/play-all.ts'
import { readScenario, type Scenario } from '../../scenarios/read.ts'
import type { Played } from '../../scenarios/result.ts'

/** The files of a folder of the library, in one order. */
export const filesIn = (folder: string): string[] => globSync(`scenarios/${folder}/**/*.yaml`).sort()

export const scenariosIn = (folder: string): Scenario[] => filesIn(folder).map((file) => readScenario(file, filesFrom))

/** Plays all scenarios of a folder, as `mmgraph play` does. */
export function playFolder(folder: string): Promise<Played[]> {
  return playAll({
    files: filesIn(folder),
    from: filesFrom,
    stage: inProcess,
    variables: {},
    jobs: availableParallelism(),
    told: () => undefined,
  })
}

/** What did not pass, one line each. */
export function failuresOf(played: readonly Played[]): string[] {
  return played.flatMap(({ scenario: { file }, steps, broken }) => [
    ...(broken === undefined ? [] : [`${file}: ${broken}`]),
    ...steps
      .filter(({ outcome }) => outcome.status !== 'ok')
      .map(({ say, outcome }) => `${file}: ${say}: ${outcome.why} ${JSON.stringify(outcome.differences)}`),
  ])
}
