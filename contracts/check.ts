import { coreErrors, type ErrorName, faultErrors } from './errors.ts'
import type { Finding } from './finding.ts'
import { isGraphError } from './is-graph-error.ts'
import type { OperationContract } from './operation.ts'
import { problemsWith } from './validate.ts'

/** One call and its answer. `at` is milliseconds since 1970, `params` are query and body together. */
export interface Exchange {
  readonly at: number
  readonly method: string
  readonly path: string
  readonly params: unknown
  readonly status: number
  readonly reply: unknown
}

/** Holds the answer of an exchange to the contract of its operation. Nothing found: it keeps the contract. */
export function check(exchange: Exchange, contract: OperationContract): Finding[] {
  const find = (rule: string, where: string, problem: string): Finding => ({
    rule,
    severity: 'error',
    side: 'server',
    where,
    problem,
    contract: contract.name,
    source: contract.sources[0],
  })
  if (exchange.status === 200) {
    return problemsWith(contract.reply, exchange.reply).map(({ where, says }) =>
      find('reply-keeps-contract', `/reply${where}`, says),
    )
  }
  return errorProblems(exchange, contract).map((problem) => find('error-is-documented', '/reply/error', problem))
}

/** What an error stands under, and what it has there: the upload API has an envelope of its own. */
const ENVELOPES = {
  error: ['message', 'type', 'code', 'fbtrace_id'],
  debug_info: ['message', 'type', 'retriable'],
} as const

function errorProblems(exchange: Exchange, contract: OperationContract): string[] {
  const [envelope, error] = Object.entries(exchange.reply ?? {}).find(([key]) => key in ENVELOPES) ?? []
  if (!envelope || !error) return [`HTTP ${exchange.status} without an error envelope`]
  const missing = ENVELOPES[envelope as keyof typeof ENVELOPES].filter((key) => error[key] === undefined)
  const problems = missing.map((key) => `the error has no ${key}`)
  const names: readonly ErrorName[] = [...contract.errors, ...coreErrors, ...faultErrors]
  if (!names.some((name) => isGraphError(name, exchange.status, error))) {
    problems.push(
      `HTTP ${exchange.status}, code ${error.code} '${error.message}' is none of the errors of the contract`,
    )
  }
  return problems
}
