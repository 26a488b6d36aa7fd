import type { FilterOperator } from '../../contracts/filter-operators.ts'

/** What a row or an ad has of a field: text, or a number. */
export type Value = string | number

const textOf = (value: unknown): string => String(value).toLowerCase()
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value])
/** The words of a text, by their first letters. */
const stems = (value: unknown): string[] => textOf(value).split(/\W+/).filter(Boolean)

/** Negative where the value is less than the operand. Numbers are compared as such, all else as text; days are in order as text. */
function compare(value: Value, operand: unknown): number {
  const [one, other] = [Number(value), Number(operand)]
  if (!Number.isNaN(one) && !Number.isNaN(other)) return one - other
  const [left, right] = [textOf(value), textOf(operand)]
  return left < right ? -1 : Number(left > right)
}

const isAny = (value: Value, operand: unknown): boolean => listOf(operand).some((item) => compare(value, item) === 0)
const contains = (value: Value, item: unknown): boolean => textOf(value).includes(textOf(item))

function isWithin(value: Value, operand: unknown): boolean {
  const [low, high] = listOf(operand)
  return compare(value, low) >= 0 && compare(value, high) <= 0
}

/**
 * What each operator of `filtering` holds a value to. TOP is about rows among each other, and stands elsewhere. Text is
 * compared without regard to case, as was measured for CONTAIN.
 * @see sources insights-reference, capture-listing-filters
 */
export const operators: Readonly<Record<Exclude<FilterOperator, 'TOP'>, (value: Value, operand: unknown) => boolean>> =
  {
    EQUAL: (value, operand) => compare(value, operand) === 0,
    NOT_EQUAL: (value, operand) => compare(value, operand) !== 0,
    GREATER_THAN: (value, operand) => compare(value, operand) > 0,
    GREATER_THAN_OR_EQUAL: (value, operand) => compare(value, operand) >= 0,
    LESS_THAN: (value, operand) => compare(value, operand) < 0,
    LESS_THAN_OR_EQUAL: (value, operand) => compare(value, operand) <= 0,
    IN_RANGE: isWithin,
    NOT_IN_RANGE: (value, operand) => !isWithin(value, operand),
    CONTAIN: contains,
    NOT_CONTAIN: (value, operand) => !contains(value, operand),
    CONTAINS_ANY: (value, operand) => listOf(operand).some((item) => contains(value, item)),
    CONTAINS_ALL: (value, operand) => listOf(operand).every((item) => contains(value, item)),
    NOT_CONTAINS_ANY: (value, operand) => !listOf(operand).some((item) => contains(value, item)),
    STEM_MATCH: (value, operand) => stems(operand).every((stem) => stems(value).some((word) => word.startsWith(stem))),
    IN: isAny,
    NOT_IN: (value, operand) => !isAny(value, operand),
    STARTS_WITH: (value, operand) => textOf(value).startsWith(textOf(operand)),
    ENDS_WITH: (value, operand) => textOf(value).endsWith(textOf(operand)),
    ANY: isAny,
    ALL: (value, operand) => listOf(operand).every((item) => compare(value, item) === 0),
    NONE: (value, operand) => !isAny(value, operand),
    AFTER: (value, operand) => compare(value, operand) > 0,
    BEFORE: (value, operand) => compare(value, operand) < 0,
    ON_OR_AFTER: (value, operand) => compare(value, operand) >= 0,
    ON_OR_BEFORE: (value, operand) => compare(value, operand) <= 0,
  }
