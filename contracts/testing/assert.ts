import type { ErrorName } from '../errors.ts'
import { calls } from './calls.ts'
import { isError } from './is-error.ts'
import { isWebhook } from './is-webhook.ts'
import { keepsContract, type Looked } from './keeps-contract.ts'
import type { RecordedExchange } from './record.ts'
import type { Verdict } from './verdict.ts'

/** An expectation that was not met; its message tells what and where. */
export class ContractBroken extends Error {
  override readonly name = 'ContractBroken'
}

/** @throws ContractBroken unless the exchange, or each, keeps the contract of its operation: both sides, or the one named */
export function assertKeepsContract(subject: RecordedExchange | readonly RecordedExchange[], looked?: Looked): void {
  assertPass(keepsContract(subject, looked))
}

/** @throws ContractBroken unless the operation was called, with these parameters at least */
export function assertCalls(exchanges: readonly RecordedExchange[], operation: string, params?: object): void {
  assertPass(calls(exchanges, operation, params))
}

/** @throws ContractBroken unless the body tells a change of the field, as its contract has it */
export function assertWebhook(body: unknown, field: string, event?: string): void {
  assertPass(isWebhook(body, field, event))
}

/** @throws ContractBroken unless the exchange, or the body of an answer, is the named error */
export function assertGraphError(subject: unknown, name: ErrorName): void {
  assertPass(isError(subject, name))
}

function assertPass({ pass, says }: Verdict): void {
  if (!pass) throw new ContractBroken(says)
}
