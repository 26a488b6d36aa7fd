/** Clients send anything: what is not of the wanted kind is read as nothing. */

export type Fields = Readonly<Record<string, unknown>>

export function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {}
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

/** An object, or JSON that says one: in a form, objects come as text. */
export function looseFieldsOf(value: unknown): Fields {
  return fieldsOf(typeof value === 'string' ? parsed(value) : value)
}

export function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export const seconds = (count: number): number => count * 1000
export const minutes = (count: number): number => seconds(60 * count)
export const hours = (count: number): number => minutes(60 * count)
export const days = (count: number): number => hours(24 * count)

/** `250 ms`, `4.2 s`, `7 min`, `3 h`. */
export function spell(milliseconds: number): string {
  if (milliseconds < seconds(1)) return `${Math.round(milliseconds)} ms`
  if (milliseconds < minutes(2)) return `${Math.round(milliseconds / 100) / 10} s`
  return milliseconds < hours(2)
    ? `${Math.round(milliseconds / minutes(1))} min`
    : `${Math.round(milliseconds / hours(1))} h`
}
