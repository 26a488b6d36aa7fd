import type { ErrorWire } from '../errors/definition.ts'
import { wireOf } from '../errors/wire.ts'
import { type ErrorName, errors } from '../errors.ts'
import type { Reads } from './format.ts'
import { readingOf } from './reads.ts'
import { sourceOf, sourceOfError } from './source-of.ts'
import type { CallStep, Problem } from './step.ts'
import { inWords, isError, isSame, type State, stateIn, type Variation } from './variation.ts'
import { variations } from './variations.ts'

/** The errors that a client met, and what it meets instead. */
export function judgeErrors(step: CallStep): Problem[] {
  const met = Object.entries(step.call.errors).filter(([name]) => Object.hasOwn(errors, name))
  return met.flatMap(([name, reads]) => judgeError(step, name as ErrorName, reads))
}

/** Errors that an answered call may meet from then on. */
export function judgeNewErrors({ call, before, after }: CallStep): Problem[] {
  if (!call.answered) return []
  return variationsOf(call.operation).flatMap((variation): Problem[] => {
    const [was, is] = [stateIn(variation, before), stateIn(variation, after)]
    if (isError(was) || !isError(is)) return []
    const problem = `a call may be refused with ${is.error}; before, ${inWords(was)}`
    return [{ rule: 'upgrade-call-refused', severity: 'warning', problem, source: sourceOf(variation, after.rulings) }]
  })
}

function judgeError({ call, before, after }: CallStep, name: ErrorName, reads: Reads): Problem[] {
  const other = variationsOf(call.operation).find((variation) => {
    const was = stateIn(variation, before)
    return isError(was) && was.error === name && !isSame(was, stateIn(variation, after))
  })
  const is: State = other ? stateIn(other, after) : { error: name }
  const source = other ? sourceOf(other, after.rulings) : sourceOfError(name, before.rulings, after.rulings)
  const part = `error ${name}`
  const depends = other?.depends ? `, which depends on ${other.depends}` : ''
  if (!isError(is)) {
    const problem = `${name} was met, and now ${inWords(is)}${depends}`
    return [{ rule: 'upgrade-call-answered', severity: 'warning', part, problem, source }]
  }
  const differences = differencesOf(wireOf(name, before.rulings), wireOf(is.error, after.rulings))
  if (differences.length === 0) return []
  const breaks = !depends && differences.some(({ part, decides }) => decides && readingOf(reads, part) === 'read')
  const told = differences.map(({ says }) => says).join('; ')
  const problem = `${name} was met, and now ${is.error === name ? 'it differs' : `it is ${is.error}`}${depends}: ${told}`
  return [{ rule: 'upgrade-error-differs', severity: breaks ? 'error' : 'warning', part, problem, source }]
}

function variationsOf(operation: string): Variation[] {
  return variations.filter(({ place }) => place.kind === 'error' && place.operations.includes(operation))
}

interface Difference {
  readonly part: string
  /** Clients decide by it: a code, and no text. */
  readonly decides: boolean
  readonly says: string
}

/** What of an error clients can read, and where. */
const PARTS = [
  { key: 'code', part: '/error/code', decides: true },
  { key: 'subcode', part: '/error/error_subcode', decides: true },
  { key: 'status', part: '/', decides: false },
  { key: 'type', part: '/error/type', decides: false },
  { key: 'message', part: '/error/message', decides: false },
  { key: 'title', part: '/error/error_user_title', decides: false },
  { key: 'userMessage', part: '/error/error_user_msg', decides: false },
  { key: 'details', part: '/error/error_data/details', decides: false },
  { key: 'data', part: '/error/error_data', decides: false },
] as const satisfies readonly { key: keyof ErrorWire; part: string; decides: boolean }[]

function differencesOf(was: ErrorWire, is: ErrorWire): Difference[] {
  return PARTS.filter(({ key }) => (was[key] || undefined) !== (is[key] || undefined)).map(
    ({ key, part, decides }) => ({
      part,
      decides,
      says: `${key} ${was[key] || 'none'} becomes ${is[key] || 'none'}`,
    }),
  )
}
