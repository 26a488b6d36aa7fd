const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const UNITS: Readonly<Record<string, number>> = { ms: 1, s: SECOND, m: MINUTE, h: HOUR, d: DAY }

/** `10m` -> 600000. Units: ms, s, m, h, d. Undefined when it is no duration. */
export function milliseconds(duration: string): number | undefined {
  const [, amount, unit] = /^(\d{1,9}(?:\.\d{1,3})?)(ms|s|m|h|d)$/.exec(duration) ?? []
  return amount === undefined || unit === undefined ? undefined : Math.round(Number(amount) * (UNITS[unit] ?? 0))
}
