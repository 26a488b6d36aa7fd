import { type Files, readScenario, type Scenario } from './read.ts'
import type { Played } from './result.ts'
import { BrokenScenario } from './source.ts'

/** A file that is no scenario, and why. */
export interface Unread {
  readonly file: string
  /** As far as a line of it tells. */
  readonly title: string | undefined
  readonly broken: string
}

/** Reads a file. One that is broken is told, and is no reason to leave out the others. */
export function tryScenario(file: string, from: Files): Scenario | Unread {
  try {
    return readScenario(file, from)
  } catch (error) {
    if (!(error instanceof BrokenScenario)) throw error
    return { file, title: titleIn(file, from), broken: error.message }
  }
}

export const isUnread = (one: Scenario | Unread): one is Unread => 'broken' in one

/** What the reports tell of it. */
export function playedUnread({ file, title = file, broken }: Unread): Played {
  return { scenario: { file, title }, steps: [], broken }
}

function titleIn(file: string, from: Files): string | undefined {
  try {
    return /^[\s{]*"?title"?:[ \t]*(["']?)(.{1,200}?)\1,?[ \t]*$/m.exec(from.read(file).slice(0, 10_000))?.[2]
  } catch {
    return undefined
  }
}
