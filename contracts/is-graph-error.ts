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
