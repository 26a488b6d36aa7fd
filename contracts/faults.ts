import { milliseconds } from './duration.ts'
import { type ErrorName, errors, happeningErrors, placeholdersOf } from './errors.ts'
import { instead } from './nearest.ts'
import { operations } from './operations.ts'
import { webhooks } from './webhooks.ts'

// What can be asked to go wrong, at the control API and in scenarios. A fault is one object with one of these keys.

/** What a fault does; each has one of them. */
export const faultKinds = ['error', 'latency', 'drop', 'truncate', 'page', 'webhooks'] as const
export type FaultKind = (typeof faultKinds)[number]

const text = { type: 'string' } as const
const duration = '^\\d{1,9}(\\.\\d{1,3})?(ms|s|m|h|d)$'

/** The keys that a fault may have, each for itself; what goes with what says `problemOfKeys`. */
export const faultProperties = {
  error: {
    ...text,
    description: 'the name of an error of the catalogue, like service_unavailable: see docs/errors.md',
  },
  params: {
    type: 'object',
    additionalProperties: text,
    description: 'an object with what fills the placeholders in the message of the error',
  },
  latency: { type: 'string', pattern: duration, description: 'a duration in quotes, 1ms to 60s of real time' },
  drop: {
    enum: ['before', 'after'],
    description: 'The connection is closed without an answer: before the call took effect, or after it did',
  },
  truncate: { const: true, description: 'The body of the answer ends in the middle' },
  page: { enum: [502, 503, 504], description: "A page of Graph's edge with this status, and the call has no effect" },
  webhooks: {
    enum: ['duplicated', 'disordered', 'delayed'],
    description: 'The next webhooks come twice, after the one behind them, or later',
  },
  by: { type: 'string', pattern: duration, description: "a duration in quotes, 1ms to 30d of the world's time" },
  field: { ...text, description: 'a field of webhooks, like messages: only those of it get it' },
  operation: { ...text, description: 'the name of an operation: only its calls get it' },
  phone: {
    ...text,
    description: 'a phone number, by its name in the world or its id: only calls on it, or webhooks about it, get it',
  },
  template: {
    ...text,
    description:
      'a template, by its name in the world, its id or its own name: only sends of it and calls on it get it',
  },
  times: {
    type: 'integer',
    minimum: 1,
    maximum: 1_000_000,
    description: 'a number of calls or webhooks; 1 where absent',
  },
} as const

/** A fault as it is asked for. */
export interface AskedFault extends Readonly<Partial<Record<keyof typeof faultProperties, unknown>>> {
  readonly params?: Readonly<Record<string, string>>
}

/** What is wrong with a fault: at which key, in words; or which names there are instead of the one that was found. */
export interface FaultProblem {
  readonly at: string | undefined
  readonly says: string
  readonly known?: readonly string[]
}

/** Keys that go with some kinds only. */
const COMPANIONS: Readonly<Record<string, readonly FaultKind[]>> = {
  params: ['error'],
  by: ['webhooks'],
  field: ['webhooks'],
  operation: ['error', 'latency', 'drop', 'truncate', 'page'],
  template: ['error', 'latency', 'drop', 'truncate', 'page'],
}

const NEEDED = `a fault needs one of ${faultKinds.join(', ')}`
const INBOUND =
  'is told of what a customer sent, so no call meets it; the happening meta_reports_error tells it without a message'

/** What does not go together in a fault that fits the schema. */
export function problemOfKeys(fault: AskedFault): FaultProblem | undefined {
  const [kind, other] = faultKinds.filter((key) => fault[key] !== undefined)
  if (kind === undefined) return { at: undefined, says: NEEDED }
  if (other !== undefined) return { at: other, says: `a fault does one thing, and this one has ${kind} already` }
  const [stray, kinds] =
    Object.entries(COMPANIONS).find(([key, of]) => fault[key as FaultKind] !== undefined && !of.includes(kind)) ?? []
  if (stray) return { at: stray, says: `it goes with ${kinds?.join(', ')}, not with ${kind}` }
  const isDelay = fault.webhooks === 'delayed'
  if (isDelay && fault.by === undefined) return { at: 'by', says: 'webhooks that are delayed need it, like 10m' }
  return !isDelay && fault.by !== undefined ? { at: 'by', says: 'it goes with webhooks: delayed' } : undefined
}

const LONGEST_LATENCY = 60_000
const LONGEST_DELAY = 30 * 86_400_000

/** Which value of a fault is none that there is. Names of the world are not looked at. */
export function problemOfValues({
  error,
  params,
  latency,
  by,
  field,
  operation,
}: AskedFault): FaultProblem | undefined {
  return (
    problemOfError(error, params) ??
    unknownName(
      'operation',
      operation,
      operations.map(({ name }) => name),
    ) ??
    unknownName(
      'field',
      field,
      webhooks.map((webhook) => webhook.field),
    ) ??
    outOfRange('latency', latency, LONGEST_LATENCY, '1ms to 60s of real time, like 250ms') ??
    outOfRange('by', by, LONGEST_DELAY, "1ms to 30d of the world's time, like 10m")
  )
}

function problemOfError(error: unknown, params: AskedFault['params'] = {}): FaultProblem | undefined {
  const unknown = unknownName('error', error, Object.keys(errors))
  if (unknown || error === undefined) return unknown
  const name = error as ErrorName
  if ((happeningErrors as readonly ErrorName[]).includes(name)) return { at: 'error', says: `${name} ${INBOUND}` }
  const missing = placeholdersOf(name).find((placeholder) => params[placeholder] === undefined)
  return missing === undefined ? undefined : { at: `params.${missing}`, says: `the message of ${name} needs it` }
}

function unknownName(at: string, value: unknown, known: readonly string[]): FaultProblem | undefined {
  if (value === undefined || known.includes(String(value))) return undefined
  return { at, says: `'${value}' is no ${at}; ${instead(String(value), known)}`, known }
}

function outOfRange(at: string, value: unknown, most: number, allowed: string): FaultProblem | undefined {
  if (value === undefined) return undefined
  const found = milliseconds(String(value)) ?? 0
  return found >= 1 && found <= most ? undefined : { at, says: `'${value}' is not ${allowed}` }
}

/** A fault in two words: `latency 250ms`, `drop after`, `page 502`, `webhooks delayed`. */
export function faultInWords(fault: AskedFault): string {
  const kind = faultKinds.find((key) => fault[key] !== undefined) ?? 'error'
  return kind === 'truncate' ? kind : `${kind} ${fault[kind]}`
}
