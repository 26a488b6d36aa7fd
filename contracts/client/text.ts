import type { ClientContract } from './format.ts'

/** The file: JSON with a line for each thing, in an order of its own, so that two of them can be compared. */
export function clientText(contract: ClientContract): string {
  return `${lines(contract, '')}\n`
}

function lines(value: unknown, indent: string): string {
  if (typeof value !== 'object' || value === null || isShort(value)) return inline(value)
  const inner = `${indent}  `
  const isList = Array.isArray(value)
  const items = Object.entries(value).map(
    ([key, item]) => `${inner}${isList ? '' : `${JSON.stringify(key)}: `}${lines(item, inner)}`,
  )
  return `${isList ? '[' : '{'}\n${items.join(',\n')}\n${indent}${isList ? ']' : '}'}`
}

/** What is one thing: a parameter, a list of words, what has nothing in it. */
function isShort(value: object): boolean {
  const items = Object.values(value)
  return (
    items.length === 0 || 'sent' in value || (Array.isArray(value) && items.every((item) => typeof item !== 'object'))
  )
}

function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const items = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${inline(item)}`)
  return items.length > 0 ? `{ ${items.join(', ')} }` : '{}'
}
