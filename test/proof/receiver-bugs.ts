import { bugs, eventBugs } from '../receiver/bugs.ts'
import { driveParts, driveServer, rulesOf } from '../receiver/drive.ts'
import { loadBugs, networkBugs } from '../receiver/wire-bugs.ts'

/** A receiver that does one thing wrong. */
export interface ReceiverBug {
  readonly duty: string
  /** What it does wrong, after `a receiver that`. */
  readonly does: string
  /** The duties that are found broken. */
  readonly found: () => Promise<readonly string[]>
}

/** One bug for each duty. */
export const receiverBugs: readonly ReceiverBug[] = [
  ...bugs.map(([duty, does, parts]) => ({ duty, does, found: async () => rulesOf(await driveParts(parts)) })),
  ...eventBugs.map(([name, duty, parts]) => ({
    duty,
    does: `answers 500 to events of ${name}`,
    // Other duties send some of these events, too.
    found: async () => rulesOf(await driveParts(parts)).filter((rule) => rule.startsWith('event-')),
  })),
  ...networkBugs.map(([duty, does, serve]) => ({
    duty,
    does,
    found: async () => rulesOf(await driveServer({}, serve)),
  })),
  ...loadBugs.map(([duty, does, through]) => ({
    duty,
    does,
    found: async () => rulesOf(await driveParts({}, {}, through)),
  })),
]
