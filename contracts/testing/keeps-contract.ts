import { check, type Exchange } from '../check.ts'
import { checkCall } from '../check-call.ts'
import type { Finding } from '../finding.ts'
import { contractsFor } from '../match.ts'
import type { OperationContract } from '../operation.ts'
import { operations } from '../operations.ts'
import { citedText } from '../report/cited.ts'
import type { RecordedExchange } from './record.ts'
import { type Verdict, verdict } from './verdict.ts'

/** Whose part is looked at: what was answered (`server`), what was asked (`caller`), or both. */
export interface Looked {
  readonly side?: 'caller' | 'server'
}

/** Whether one exchange, or all, keep the contract of their operation. */
export function keepsContract(subject: RecordedExchange | readonly RecordedExchange[], looked: Looked = {}): Verdict {
  const all = Array.isArray(subject) ? (subject as readonly RecordedExchange[]) : [subject as RecordedExchange]
  if (all.length === 0) return verdict(['there is no exchange'], 'nothing was called', '')
  const problems = all.flatMap((exchange) => problemsOf(exchange, looked))
  return verdict(problems, 'a contract is broken:', `the contract is kept by ${all.map(callOf).join(', ')}`)
}

/** `POST /123/messages` */
export const callOf = ({ method, path }: Exchange): string => `${method} ${path}`

function problemsOf(exchange: RecordedExchange, { side }: Looked): string[] {
  const call = callOf(exchange)
  if (exchange.status === 0) return [`${call}: there was no answer`]
  if (exchange.status === 501) return [`${call}: the emulator does not answer it (HTTP 501)`]
  const contracts = candidates(exchange)
  if (contracts.length === 0) return [`${call}: no contract is like it`]
  const [best = []] = contracts
    .map((contract) => [
      ...(side === 'server' ? [] : checkCall(exchange, contract)),
      ...(side === 'caller' ? [] : check(exchange, contract)),
    ])
    .sort((a, b) => a.length - b.length)
  return best.map((finding) => textOf(finding, call))
}

/** The emulator tells which operation it was; else it is one of those that the call is like, and the best fit counts. */
export function candidates({ operation, method, path }: RecordedExchange): readonly OperationContract[] {
  const known = operations.filter(({ name }) => name === operation)
  return known.length > 0 ? known : contractsFor(method, path)
}

function textOf({ where, problem, contract, source }: Finding, call: string): string {
  return `${call}: ${where} ${problem} (${contract}; ${citedText(source)})`
}
