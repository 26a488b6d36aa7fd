import { globSync } from 'tinyglobby'
import { readScenario, type Scenario } from '../../scenarios/read.ts'
import { filesFrom } from './scenario-files.ts'

/** The scenarios of this project, in the order of their paths. Openings that others include are not among them. */
export function library(): Scenario[] {
  const files = globSync('scenarios/**/*.yaml', { ignore: 'scenarios/shared/**' }).sort()
  return files.map((file) => readScenario(file, filesFrom))
}
