import { appendFileSync } from 'node:fs'
import { caller } from './caller.ts'

/** One line of the file in which the processes of a command tell what they did. */
export type Row =
  | { readonly kind: 'loaded'; readonly node: string }
  | { readonly kind: 'redirected'; readonly host: string }
  | { readonly kind: 'escaped'; readonly host: string; readonly by: string; readonly how: string }

/** A call to Meta that was refused. Its message says who refused it, and why. */
export class Refused extends Error {
  readonly code = 'EMMGRAPH'

  constructor(host: string) {
    super(`mmgraph refused a connection to ${host}: a command under mmgraph check reaches nobody at Meta`)
  }
}

/** What the processes of a command tell to mmgraph check. */
export interface Telling {
  readonly loaded: () => void
  readonly redirected: (host: string) => void
  /** Tells of a call that is refused. @returns the error for whoever made it */
  readonly escaped: (host: string, how: string) => Refused
}

/** Written at once, so that neither an exit nor a catch can lose it. */
export function tellIn(file: string): Telling {
  const seen = new Set<string>()
  const tell = (row: Row): void => {
    const line = `${JSON.stringify(row)}\n`
    if (seen.has(line)) return
    seen.add(line)
    appendFileSync(file, line)
  }
  return {
    loaded: () => tell({ kind: 'loaded', node: process.version }),
    redirected: (host) => tell({ kind: 'redirected', host }),
    escaped: (host, how) => {
      tell({ kind: 'escaped', host, by: caller(), how })
      return new Refused(host)
    },
  }
}
