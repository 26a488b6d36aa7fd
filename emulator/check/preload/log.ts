import { openSync, writeSync } from 'node:fs'
import { type CodePlace, caller, ownPlace, remembered } from './caller.ts'

/** One line of the file in which the processes of a command tell what they did. */
export type Row =
  | { readonly kind: 'loaded'; readonly node: string }
  | { readonly kind: 'redirected'; readonly host: string }
  | Escape
  /** The emulator answered a call: its world, the `x-fb-request-id` of its reply, and the code that made it. */
  | { readonly kind: 'called'; readonly world: string; readonly trace: string; readonly place: CodePlace }

export interface Escape {
  readonly kind: 'escaped'
  readonly host: string
  readonly by: string
  readonly how: string
  readonly place?: CodePlace
}

/** A call to Meta that was refused. Its message says who refused it, and why. */
export class Refused extends Error {
  readonly code = 'EMMGRAPH'

  constructor(host: string) {
    super(`mmgraph refused a connection to ${host}: a command under mmgraph check reaches nobody at Meta`)
  }
}

/** An answer of the emulator, by its headers. */
export interface Answered {
  readonly world: string
  readonly trace: string
}

/** What the processes of a command tell to mmgraph check. */
export interface Telling {
  readonly loaded: () => void
  readonly redirected: (host: string) => void
  /** Tells whose call was answered: `{ world, trace }`. */
  readonly called: (answer: Answered, by: Error) => void
  /** Tells of a call that is refused. @returns the error for whoever made it */
  readonly escaped: (host: string, how: string) => Refused
}

/** Written at once, so that neither an exit nor a catch can lose it. */
export function tellIn(file: string): Telling {
  const seen = new Set<string>()
  // A client may make thousands of calls a second: each is told.
  const handle = openSync(file, 'a')
  // Tests put other things in the place of this.
  const write = writeSync
  const lineOf = (row: Row): string => `${JSON.stringify(row)}\n`
  const tell = (row: Row): void => {
    const line = lineOf(row)
    if (seen.has(line)) return
    seen.add(line)
    write(handle, line)
  }
  return {
    loaded: () => tell({ kind: 'loaded', node: process.version }),
    redirected: (host) => tell({ kind: 'redirected', host }),
    called: ({ world, trace }, by) => {
      const place = ownPlace(by)
      if (!place) return
      try {
        // Each has a trace of its own: none of them is told twice.
        write(handle, lineOf({ kind: 'called', world, trace, place }))
      } catch {
        // The file has been closed under us, or the disk is full. The client must not fail for that.
      }
    },
    escaped: (host, how) => {
      const here = remembered()
      const place = ownPlace(here)
      tell({ kind: 'escaped', host, by: caller(here), how, ...(place && { place }) })
      return new Refused(host)
    },
  }
}
