import { addressOf } from '../../contracts/sources.ts'
import { happenings } from '../happenings.ts'

/** What can happen, for people and for editors. */
export function happeningList(): object[] {
  return happenings
    .filter(({ contract }) => !contract.internal)
    .map(({ contract: { name, says, nodes, params, sources } }) => ({
      name,
      says,
      with: { ...nodes, ...params.properties },
      sources: sources.map(addressOf),
    }))
}
