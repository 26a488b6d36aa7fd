import type { Severity } from '../finding.ts'
import type { Citation } from '../sources.ts'

/** A header that an answer of Graph has. */
export interface HeaderDuty {
  readonly name: string
  /** A regular expression that its value fits. */
  readonly like: string
  /** The same in words. */
  readonly says: string
  /** Which answers have it; all of them where absent. */
  readonly on?: 'success' | 'refusal'
  /** Files come without it. */
  readonly json?: true
  readonly severity: Severity
  readonly source: Citation
}

/** The headers of answers. One that clients read is an error, one that only people read a warning. */
export const headerDuties: readonly HeaderDuty[] = [
  {
    name: 'content-type',
    like: '^(application/json|text/javascript); ?charset=UTF-8$',
    says: 'application/json; charset=UTF-8',
    json: true,
    severity: 'error',
    source: 'capture-headers',
  },
  {
    name: 'facebook-api-version',
    like: '^v\\d+\\.\\d+$',
    says: 'the version that answered, like v24.0',
    json: true,
    severity: 'error',
    source: 'capture-headers',
  },
  {
    name: 'x-fb-request-id',
    like: '^A[A-Za-z0-9_-]{22}$',
    says: 'A and 22 letters or digits',
    json: true,
    severity: 'warning',
    source: 'capture-headers',
  },
  {
    name: 'x-fb-trace-id',
    like: '^[A-Za-z0-9_-]{11}$',
    says: '11 letters or digits',
    json: true,
    severity: 'warning',
    source: 'capture-headers',
  },
  {
    name: 'cache-control',
    like: '^no-store$',
    says: 'no-store',
    on: 'refusal',
    json: true,
    severity: 'warning',
    source: 'capture-headers',
  },
  {
    name: 'www-authenticate',
    like: '^OAuth "Facebook Platform" "\\w+" ".*"$',
    says: 'OAuth "Facebook Platform", the kind and the message',
    on: 'refusal',
    json: true,
    severity: 'warning',
    source: 'capture-www-authenticate',
  },
]
