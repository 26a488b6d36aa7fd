import type { ErrorDefinition, ErrorWire } from './errors/definition.ts'
import { type ErrorName, errors } from './errors.ts'

/** Whether an error body can be the named one, under any side of the rulings that change it. */
export function isGraphError(name: ErrorName, status: number, error: Readonly<Record<string, unknown>>): boolean {
  const { under = {}, ...base }: (typeof errors)[ErrorName] & { under?: object } = errors[name]
  const variants = Object.values(under).flatMap((sides: object) => Object.values(sides))
  return [{}, ...variants].some((variant) => {
    const wire = { ...base, ...variant }
    return wire.status === status && wire.code === error.code && pattern(wire.message).test(String(error.message))
  })
}

/** What fills a placeholder may be anything. */
function pattern(message: string): RegExp {
  const literal = message.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`^${literal.replaceAll(/<\w+>/g, '[\\s\\S]*')}$`)
}

/**
 * The same to the letter: also subcode, title and details, which tell errors of one code apart. Without a status only the
 * body is looked at.
 */
export function isExactlyError(
  name: ErrorName,
  status: number | undefined,
  error: Readonly<Record<string, unknown>>,
): boolean {
  const { under = {}, ...base }: ErrorDefinition = errors[name]
  const variants = Object.values(under).flatMap((sides: object) => Object.values(sides) as Partial<ErrorWire>[])
  return [{}, ...variants].some((variant) => {
    const wire: ErrorWire = { ...base, ...variant }
    if (wire.debug) return wire.debug.type === error.type && pattern(wire.message).test(String(error.message))
    const { details } = (error.error_data ?? {}) as { readonly details?: unknown }
    return (
      (status === undefined || wire.status === status) &&
      wire.code === error.code &&
      wire.subcode === error.error_subcode &&
      isText(wire.message, error.message) &&
      isText(wire.title, error.error_user_title) &&
      isText(wire.details, details)
    )
  })
}

const isText = (wanted: string | undefined, found: unknown): boolean =>
  wanted === undefined ? found === undefined : pattern(wanted).test(String(found))
