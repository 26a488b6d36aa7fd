import { deviations } from '../verify/deviations.ts'
import { found } from '../verify/found.ts'

/** A Graph, or an emulator, that answers otherwise than its contract. */
export interface GraphBug {
  /** What is wrong with its answers: `a key that must be there is missing`. */
  readonly name: string
  /** Found by the contract alone, or beside a twin that is right. */
  readonly by: 'its contract' | 'a twin'
  /** What a finding says. */
  readonly wanted: RegExp
  readonly found: () => Promise<readonly string[]>
}

/** Each deviation, once for each way in which it is found. */
export const graphBugs: readonly GraphBug[] = Object.entries(deviations).flatMap(
  ([name, { of, does, alone, twin }]) => [
    ...(alone ? [{ name, by: 'its contract', wanted: alone, found: () => found(does, false, [of]) } as const] : []),
    ...(twin ? [{ name, by: 'a twin', wanted: twin, found: () => found(does, true, [of]) } as const] : []),
  ],
)
