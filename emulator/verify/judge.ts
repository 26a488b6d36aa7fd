import { check } from '../../contracts/check.ts'
import type { ErrorDefinition } from '../../contracts/errors/definition.ts'
import { type ErrorName, errors } from '../../contracts/errors.ts'
import type { Finding } from '../../contracts/finding.ts'
import type { Citation } from '../../contracts/sources.ts'
import { headerDuties } from '../../contracts/verify/headers.ts'
import { type ProbeName, probeDuties } from '../../contracts/verify/probes.ts'
import type { Tried } from './call.ts'

/** What one answer breaks: the schema of its operation, the catalogue of errors, what headers there must be. */
export function judged(tried: Tried): Finding[] {
  if (tried.status === 0) {
    return [finding(tried, 'call-is-answered', '', `no whole answer came: ${tried.reply}`)]
  }
  return [...bodyFindings(tried), ...headerFindings(tried)]
}

/** `POST /{phone}/messages`, as the trial says it. */
export const placeOf = ({ trial, contract }: Pick<Tried, 'trial' | 'contract'>): string =>
  `${contract.method} ${trial.path}`

export function finding(
  tried: Pick<Tried, 'trial' | 'contract' | 'what'>,
  rule: string,
  where: string,
  problem: string,
  more: Partial<Pick<Finding, 'severity' | 'source'>> = {},
): Finding {
  const { name, sources } = tried.contract
  const [, about] = /: (.*)$/.exec(tried.what) ?? []
  return {
    rule,
    severity: 'error',
    side: 'server',
    where: `${placeOf(tried)}${where && ` ${where}`}`,
    problem: about ? `${about}: ${problem}` : problem,
    contract: name,
    source: sources[0],
    ...more,
  }
}

function bodyFindings(tried: Tried): Finding[] {
  const { contract, status, reply, isJson, trial } = tried
  if (status === 200 && contract.answers === 'file') {
    return isJson && isRefusal(reply)
      ? [finding(tried, 'reply-keeps-contract', '', 'an error with HTTP 200, where a file was to come')]
      : []
  }
  const exchange = { at: 0, method: contract.method, path: trial.path, params: {}, status, reply }
  return check(exchange, contract).map(({ rule, where, problem, source }) =>
    finding(tried, rule, where, problem, { source }),
  )
}

const isRefusal = (reply: unknown): boolean => typeof reply === 'object' && reply !== null && 'error' in reply

function headerFindings(tried: Tried): Finding[] {
  const isFile = tried.contract.answers === 'file' && !tried.isJson
  const kind = tried.status === 200 ? 'success' : 'refusal'
  const duties = headerDuties.filter(({ on, json }) => (on === undefined || on === kind) && !(json && isFile))
  return duties.flatMap(({ name, like, says, severity, source }) => {
    const value = tried.headers.get(name)
    if (value !== null && new RegExp(like, 'is').test(value)) return []
    const found = value === null ? `the header ${name} is missing` : `the header ${name} is '${value}'`
    return [
      finding(tried, 'headers-are-graphs', `header ${name}`, `${found}; it must be ${says}`, { severity, source }),
    ]
  })
}

/** The answer to a call that is plainly wrong must say what is wrong with it. */
export function probeFindings(tried: Tried, probe: ProbeName): Finding[] {
  const { says, source, ...wanted }: { says: string; code: number; subcode?: number; source: Citation } =
    probeDuties[probe]
  const { code, error_subcode: subcode } = errorOf(tried)
  const isRight = code === wanted.code && (wanted.subcode === undefined || subcode === wanted.subcode)
  if (isRight) return []
  const came = code === undefined ? `HTTP ${tried.status} without a code` : `code ${code}${sub(subcode)}`
  const problem = `${came} came to ${says}; it must be code ${wanted.code}${sub(wanted.subcode)}`
  return [finding(tried, 'error-is-the-one', '/reply/error', problem, { source })]
}

/** Where a refusal is the only right answer. */
export function refusalFindings(tried: Tried, name: ErrorName): Finding[] {
  const wanted: ErrorDefinition = errors[name]
  const { code } = errorOf(tried)
  if (code === wanted.code) return []
  const problem = `HTTP ${tried.status}, code ${code ?? 'none'} came; it must be refused with ${name} (${wanted.code})`
  return [finding(tried, 'error-is-the-one', '/reply/error', problem)]
}

export function errorOf({ reply }: Tried): { code?: number; error_subcode?: number; message?: string; type?: string } {
  const { error } = (typeof reply === 'object' && reply !== null ? reply : {}) as { error?: object }
  return error ?? {}
}

const sub = (subcode: number | undefined): string => (subcode === undefined ? '' : `, subcode ${subcode}`)
