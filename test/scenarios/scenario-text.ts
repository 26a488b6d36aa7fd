import { dirname, join } from 'node:path'
import { inProcess } from '../../emulator/cli/in-process.ts'
import { play } from '../../scenarios/play.ts'
import { idOf } from '../../scenarios/play-all.ts'
import { type Files, readScenario, type Scenario } from '../../scenarios/read.ts'
import type { Played } from '../../scenarios/result.ts'
import { BrokenScenario } from '../../scenarios/source.ts'

/** Files that are nowhere but in a test. */
export function filesOf(texts: Readonly<Record<string, string>>): Files {
  return {
    read: (path) => {
      const text = texts[path]
      if (text === undefined) throw new Error(`there is no ${path}`)
      return text
    },
    resolve: (from, path) => join(dirname(from), path),
  }
}

/** The scenario of a text, which may include others. */
export function read(text: string, others: Readonly<Record<string, string>> = {}): Scenario {
  return readScenario('it.yaml', filesOf({ 'it.yaml': text, ...others }))
}

/** What is said of a text that is no scenario. */
export function refusalOf(text: string, others: Readonly<Record<string, string>> = {}): string {
  try {
    read(text, others)
  } catch (error) {
    if (error instanceof BrokenScenario) return error.message
    throw error
  }
  throw new Error('it was not refused')
}

/** A scenario in the world ready-to-send whose steps are given. */
export const withSteps = (steps: string, head = ''): string =>
  `title: A try\nworld: ready-to-send\n${head}steps:\n${steps}`

/** Plays a scenario as `mmgraph play` does. */
export async function played(text: string, others: Readonly<Record<string, string>> = {}): Promise<Played> {
  const scenario = read(text, others)
  const { target, close } = inProcess()
  try {
    return await play(scenario, idOf(scenario.title), target)
  } finally {
    close()
  }
}
