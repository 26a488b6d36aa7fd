import type { Duty } from '../../contracts/duty.ts'
import { addressOf } from '../../contracts/sources.ts'

/** The duties, each with what says so. */
export function dutiesText(duties: readonly Duty[]): string {
  return duties
    .map(
      ({ id, title, severity, basis, sources }) =>
        `${id}  ${title}\n    ${severity}, ${basis}: ${addressOf(sources[0])}`,
    )
    .join('\n')
}
