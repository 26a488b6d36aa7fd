import type { HistoryCall } from '../history.ts'
import { contractOf, hitsOfCalls } from '../judging/place.ts'
import { unknownParameter } from '../judging/unknown-keys.ts'
import { type Fields, fieldsOf } from '../judging/values.ts'
import type { Rule } from '../rule.ts'

/** The parameters of the call's operation; undefined where no contract names any. */
function knownOf(call: HistoryCall): Fields | undefined {
  const { properties } = fieldsOf(contractOf(call)?.params)
  return properties === undefined ? undefined : fieldsOf(properties)
}

function unknownIn(call: HistoryCall): string | undefined {
  const known = knownOf(call)
  // One without parameters refuses whatever comes, or takes the parameters of what it makes.
  if (!known || call.part || Object.keys(known).length === 0) return undefined
  return unknownParameter(fieldsOf(call.params), known)
}

function textThatIsNumber(call: HistoryCall): string | undefined {
  if (call.method !== 'POST' || call.part) return undefined
  const given = fieldsOf(call.params)
  const known = knownOf(call)
  const name = Object.keys(given).find((key) => typeof given[key] === 'string' && isTypedOtherwise(known, key))
  // A value that is no text shows that the body was JSON: in a form and in a URL all is text.
  if (name === undefined || !Object.values(given).some(isJsonOnly)) return undefined
  return `it sends ${name} as a text: it is a ${String(fieldsOf(known?.[name]).type)}`
}

/** A form has texts and files, of which the digest is kept. */
function isJsonOnly(value: unknown): boolean {
  return typeof value !== 'string' && value !== undefined && fieldsOf(value).sha256 === undefined
}

const PLAIN: ReadonlySet<unknown> = new Set(['integer', 'number', 'boolean'])

function isTypedOtherwise(known: Fields | undefined, name: string): boolean {
  return PLAIN.has(fieldsOf(known?.[name]).type)
}

function numberThatIsText(call: HistoryCall): string | undefined {
  const given = fieldsOf(call.params)
  const known = knownOf(call)
  if (!known || call.method === 'GET') return undefined
  const name = Object.keys(given).find(
    (key) => typeof given[key] === 'number' && fieldsOf(known[key]).type === 'string',
  )
  return name && `it sends ${name} as a number: the contract has a text`
}

/** The path of a number that JSON readers round. */
function unsafeIn(value: unknown, depth = 0): readonly string[] | undefined {
  if (typeof value === 'number') return isUnsafe(value) ? [] : undefined
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return undefined
  for (const key of Object.keys(value)) {
    const found = unsafeIn((value as Fields)[key], depth + 1)
    if (found) return [key, ...found]
  }
  return undefined
}

const isUnsafe = (value: number): boolean => Number.isInteger(value) && !Number.isSafeInteger(value)

const DEEPEST = 20

/** What is wrong with the parameters of calls, although Graph takes them. */
export const parameterRules: readonly Rule[] = [
  {
    id: 'parameter-unknown',
    title: 'A parameter is sent that the operation does not have',
    explains: 'Graph leaves out what it does not know: a misspelt parameter has no effect, and nobody says so.',
    mend: 'Spell it as the reference does, or take it out. What published SDKs add to every call is no finding.',
    severity: 'warning',
    side: 'caller',
    basis: 'documented',
    sources: ['error-codes-2026: 100, unsupported or misspelled parameters', 'published-clients: 14'],
    judge: ({ calls }) => hitsOfCalls(calls, unknownIn),
  },
  {
    id: 'number-as-text',
    title: 'A number or a flag is sent as a text in JSON',
    explains: 'Graph reads it, as forms have nothing but texts; strict gateways and other readers do not.',
    mend: 'Send 5 and true in JSON, not "5" and "true".',
    severity: 'note',
    side: 'caller',
    basis: 'observed',
    sources: ['published-clients: 13', 'codegen'],
    judge: ({ calls }) => hitsOfCalls(calls, textThatIsNumber),
  },
  {
    id: 'text-as-number',
    title: 'A text is sent as a number',
    explains: 'Phone numbers and ids are texts: as numbers they lose a plus, zeros in front, and digits above 2^53.',
    mend: 'Send "14165550100", not 14165550100.',
    severity: 'warning',
    side: 'caller',
    basis: 'documented',
    sources: ['openapi: sendMarketingMessage', 'published-clients: 43'],
    judge: ({ calls }) => hitsOfCalls(calls, numberThatIsText),
  },
  {
    id: 'number-unsafe',
    title: 'A number above 2^53 is sent as a JSON number',
    explains: 'JSON readers round it to another: an id becomes that of somebody else.',
    mend: 'Send ids as texts.',
    severity: 'error',
    side: 'caller',
    basis: 'documented',
    sources: ['rfc-8259: 6. Numbers', 'published-clients: 43'],
    judge: ({ calls }) =>
      hitsOfCalls(calls, ({ params }) => {
        const path = unsafeIn(params)?.join('.')
        return path === undefined ? undefined : `${path.slice(0, 60) || 'the body'} is a number above 2^53: send a text`
      }),
  },
]
