const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

export const seconds = (count: number): number => count * SECOND
export const minutes = (count: number): number => count * MINUTE
export const hours = (count: number): number => count * HOUR
export const days = (count: number): number => count * DAY

/** The first moment of the month after, UTC. */
export function startOfNextMonth(at: number): number {
  const day = new Date(at)
  return Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 1)
}

/** `2026-03`, UTC. */
export function monthOf(at: number): string {
  return new Date(at).toISOString().slice(0, 7)
}

/** Graph's way to write a moment: `2026-03-02T09:00:00+0000`. */
export function graphTime(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}+0000`
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ')

/** As Meta writes a day in words: `April 17, 2025`. @see sources account-update */
export function dayInWords(at: number): string {
  const date = new Date(at)
  return `${MONTHS[date.getUTCMonth()]} ${date.getUTCDate()}, ${date.getUTCFullYear()}`
}

/** As in expired-token errors: `Saturday, 13-Jun-26 05:00:00 PDT`, in Pacific time. @see sources capture-expired-token */
export function pacificTime(at: number): string {
  pacific ??= pacificFormat()
  const parts = Object.fromEntries(pacific.formatToParts(at).map(({ type, value }) => [type, value]))
  const { weekday, day, month, year, hour, minute, second, timeZoneName } = parts
  return `${weekday}, ${day}-${month}-${year} ${hour}:${minute}:${second} ${timeZoneName}`
}

/** Made when it is first needed: making it costs a start more than reading a world. */
let pacific: Intl.DateTimeFormat | undefined

const pacificFormat = (): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('en-US', {
    timeZone: 'America/Los_Angeles',
    weekday: 'long',
    day: '2-digit',
    month: 'short',
    year: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  })
