import type { ErrorWire } from '../contracts/errors/definition.ts'
import { wireOf } from '../contracts/errors/wire.ts'
import { type ErrorName, type ErrorParams, errorTexts } from '../contracts/errors.ts'
import type { Rulings } from '../contracts/rulings.ts'

/** Graph says no: a name from the catalogue, one sentence on why, and what fills the placeholders of its message. */
export class Failure extends Error {
  readonly error: ErrorName
  readonly why: string
  readonly params: Readonly<Record<string, string | number>>

  constructor(error: ErrorName, why: string, params: Readonly<Record<string, string | number>> = {}) {
    super(`${error}: ${why}`)
    this.error = error
    this.why = why
    this.params = params
  }
}

/** A contract that is known but not answered: 501, so that nobody mistakes a gap for Graph's behaviour. */
export class NotBuilt extends Error {}

/** What a fail function demands: the values of the placeholders, where the message has any. */
export type FailArguments<N extends ErrorName> = [keyof ErrorParams<N>] extends [never]
  ? [why: string]
  : [why: string, params: ErrorParams<N>]

export type Fail<Names extends ErrorName> = <N extends Names>(name: N, ...rest: FailArguments<N>) => never

/** Ends the call with an error of the catalogue. */
export const fail: Fail<ErrorName> = (name, ...[why, params]) => {
  throw new Failure(name, why, params)
}

/** The error as this world's rulings want it, placeholders filled. */
export function errorOf(failure: Failure, rulings: Rulings): ErrorWire {
  const wire = wireOf(failure.error, rulings)
  const texts = errorTexts.flatMap((name) => (wire[name] === undefined ? [] : [[name, fill(wire[name], failure)]]))
  return { ...wire, ...Object.fromEntries(texts) }
}

/** The JSON that Graph answers: keys in the order seen on the wire, `fbtrace_id` last. */
export function envelope(wire: ErrorWire, trace: string): object {
  if (wire.debug) return { debug_info: { ...wire.debug, message: wire.message } }
  return {
    error: {
      message: wire.message,
      type: wire.type,
      code: wire.code,
      ...(wire.details && { error_data: { messaging_product: 'whatsapp', details: wire.details } }),
      ...(wire.data && { error_data: wire.data }),
      ...(wire.blames && { error_data: { blame_field_specs: wire.blames } }),
      ...(wire.subcode && { error_subcode: wire.subcode }),
      ...((wire.title || wire.transient) && { is_transient: wire.transient ?? false }),
      ...(wire.title && { error_user_title: wire.title, error_user_msg: wire.userMessage }),
      fbtrace_id: trace,
    },
  }
}

function fill(message: string, failure: Failure): string {
  return message.replaceAll(/<(\w+)>/g, (_, name: string) => {
    const value = failure.params[name]
    if (value === undefined) throw new Error(`${failure.error} needs a value for <${name}>`)
    return String(value)
  })
}
