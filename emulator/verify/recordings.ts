import type { Finding } from '../../contracts/finding.ts'
import type { Tried } from './call.ts'
import { compared } from './compare.ts'
import { normalised } from './normalise.ts'
import type { TrialPlace } from './place.ts'
import type { Compare } from './verify.ts'

/** An answer that is kept: of which call, on which day, and what it was like. */
export interface Recording {
  /** `2026-03-02`. */
  readonly day: string
  readonly what: string
  readonly call: string
  readonly version: string
  readonly status: number
  readonly reply: unknown
}

/** Where recordings are kept, by names that can be those of files. */
export interface Archive {
  readonly read: (name: string) => Recording | undefined
  readonly write: (name: string, recording: Recording) => void
}

/**
 * Keeps each answer of which nothing is kept yet, and compares the others with what is kept.
 * @param renew keep all of them anew
 */
export function withRecordings(archive: Archive, day: string, version: string, renew: boolean): Compare {
  return (_, tries, place) => {
    const kept = tries.filter(isKept)
    return Promise.resolve(kept.flatMap((tried) => keepOne(tried, place, { archive, day, version, renew })))
  }
}

/** Pages are as many as there are, and files are somebody's own. */
const isKept = ({ what, status, isJson }: Tried): boolean => status > 0 && isJson && !/: page \d+$/.test(what)

interface Keeping {
  readonly archive: Archive
  readonly day: string
  readonly version: string
  readonly renew: boolean
}

function keepOne(tried: Tried, place: TrialPlace, { archive, day, version, renew }: Keeping): Finding[] {
  const { what, contract, trial, status } = tried
  const name = what.replaceAll(/[^A-Za-z0-9]+/g, '-')
  const known = renew ? undefined : archive.read(name)
  if (known) return compared(tried, known, { called: `the recording of ${known.day}`, rule: 'recording-is-alike' })
  const call = `${contract.method} ${trial.path}`
  archive.write(name, { day, what, call, version, status, reply: normalised(tried, place) })
  return []
}
