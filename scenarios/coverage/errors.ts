import type { ErrorName } from '../../contracts/errors.ts'
import { isError } from '../check-catalogue.ts'
import type { Scenario } from '../read.ts'

/** In `covers` of a scenario: an error that no step expects by name, because a webhook tells it. */
const COVERS = 'error/'

/**
 * Which scenarios meet which error: a step expects or asks for it, or `covers` says `error/<name>`.
 * @returns files in the order of the scenarios, each once
 */
export function filesByError(scenarios: readonly Scenario[]): ReadonlyMap<ErrorName, readonly string[]> {
  const found = new Map<ErrorName, string[]>()
  for (const scenario of scenarios) {
    for (const name of errorsIn(scenario)) found.set(name, [...(found.get(name) ?? []), scenario.file])
  }
  return found
}

/** The errors that a scenario meets. @throws where `covers` names none of the catalogue */
export function errorsIn({ file, steps, covers }: Scenario): ReadonlySet<ErrorName> {
  const told = covers.filter((one) => one.startsWith(COVERS)).map((one) => one.slice(COVERS.length))
  const stray = told.find((name) => !isError(name))
  if (stray !== undefined) throw new Error(`${file}: covers: '${COVERS}${stray}' is no error of the catalogue`)
  const met = steps.flatMap(({ expect, fault }) => [expect?.error, fault?.error])
  return new Set([...told, ...met].filter((name) => name !== undefined).filter(isError))
}
