import type { ErrorName } from '../errors.ts'
import { calls } from './calls.ts'
import { isError } from './is-error.ts'
import { isWebhook } from './is-webhook.ts'
import { keepsContract, type Looked } from './keeps-contract.ts'
import type { RecordedExchange } from './record.ts'
import type { Verdict } from './verdict.ts'

/** What `expect` of vitest and jest gets: `expect.extend(matchers)`. */
export const matchers = {
  toKeepTheContract: (subject: RecordedExchange | readonly RecordedExchange[], looked?: Looked) =>
    matched(keepsContract(subject, looked)),
  toCall: (subject: readonly RecordedExchange[], operation: string, params?: object) =>
    matched(calls(subject, operation, params)),
  toBeWebhook: (subject: unknown, field: string, event?: string) => matched(isWebhook(subject, field, event)),
  toBeGraphError: (subject: unknown, name: ErrorName) => matched(isError(subject, name)),
}

/** The same as types. */
export interface ContractMatchers<R = unknown> {
  /**
   * An exchange, or each, keeps the contract of its operation: what was asked has parameters that it takes, and what was
   * answered is what it promises. `side` looks at one of them.
   */
  toKeepTheContract(looked?: Looked): R
  /** One of the exchanges is a call of this operation, with these parameters at least. */
  toCall(operation: string, params?: object): R
  /** A body that was posted tells a change of this field, as its contract has it. */
  toBeWebhook(field: string, event?: string): R
  /** An exchange, or the body of an answer, is this error of the catalogue. */
  toBeGraphError(name: ErrorName): R
}

interface Matched {
  readonly pass: boolean
  readonly message: () => string
}

const matched = ({ pass, says, met }: Verdict): Matched => ({ pass, message: () => (pass ? met : says) })
