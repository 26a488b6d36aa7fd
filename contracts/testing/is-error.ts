import { type ErrorName, errors } from '../errors.ts'
import { isExactlyError } from '../is-graph-error.ts'
import { instead } from '../nearest.ts'
import { type Verdict, verdict } from './verdict.ts'

type Fields = Readonly<Record<string, unknown>>

/**
 * Whether an answer is the named error.
 * @param subject an exchange, whose status counts too, or the body of an answer
 */
export function isError(subject: unknown, name: ErrorName): Verdict {
  if (!Object.hasOwn(errors, name)) {
    return verdict([instead(name, Object.keys(errors))], `the catalogue has no error ${name}`, '')
  }
  const { status, body } = answerOf(subject)
  const what = `it is not the error ${name}:`
  const error = body.error ?? body.debug_info
  if (typeof error !== 'object' || error === null) return verdict(['it has no error'], what, '')
  if (isExactlyError(name, status, error as Fields)) return verdict([], what, `it is the error ${name}`)
  const { code, error_subcode: subcode, message } = error as Fields
  const is = (Object.keys(errors) as ErrorName[]).filter((known) => isExactlyError(known, status, error as Fields))
  const told = `${status === undefined ? '' : `HTTP ${status}, `}code ${code}${subcode ? `, subcode ${subcode}` : ''}: ${message}`
  return verdict([told, is.length > 0 ? `which is ${is.join(' or ')}` : 'which the catalogue does not have'], what, '')
}

interface Answer {
  readonly status: number | undefined
  readonly body: Fields
}

function answerOf(subject: unknown): Answer {
  const fields = asFields(subject)
  return typeof fields.status === 'number' && 'reply' in fields
    ? { status: fields.status, body: asFields(fields.reply) }
    : { status: undefined, body: fields }
}

const asFields = (value: unknown): Fields => (typeof value === 'object' && value !== null ? (value as Fields) : {})
