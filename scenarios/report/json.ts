import { type Played, verdictOf } from '../result.ts'

/** Everything that became of scenarios, for other programs. `left`: how many more were not played. */
export function jsonReport(all: readonly Played[], left = 0): object {
  return {
    version: 1,
    ...(left > 0 && { notPlayed: left }),
    scenarios: all.map((played) => ({
      file: played.scenario.file,
      title: played.scenario.title,
      verdict: verdictOf(played),
      ...(played.broken !== undefined && { broken: played.broken }),
      ...(isFailure(played) && played.journal !== undefined && { journal: JSON.parse(played.journal) as unknown }),
      steps: played.steps.map(({ outcome, ...step }) => ({ ...step, ...outcome })),
    })),
  }
}

/** `--journals-all` keeps those that passed in files alone. */
const isFailure = (played: Played): boolean => verdictOf(played) === 'FAIL'
