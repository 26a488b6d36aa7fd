import type { HistoryCall } from '../history.ts'

/** Whether the caller got no answer, or one that broke off: it does not know what it said. */
export function isLost({ status, fault }: HistoryCall): boolean {
  return status === 0 || fault?.startsWith('truncate') === true
}
