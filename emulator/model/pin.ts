import type { Fail } from '../failure.ts'
import type { PhoneNumber } from '../world/number.ts'
import type { World } from '../world/world.ts'
import { days, seconds } from './time.ts'

/** Meta says neither how many guesses are too many nor how fast is too fast: both assumed. */
const MOST_GUESSES = 6
const GUESS_WINDOW = days(1)
const FASTEST = 3
const FAST = seconds(10)

/** @throws Failure pin_format_invalid */
export function checkPinFormat(pin: string, fail: Fail<'pin_format_invalid'>): void {
  if (!/^\d{6}$/.test(pin)) fail('pin_format_invalid', 'a PIN has six digits')
}

/**
 * Holds a PIN to that of the number, where it has one; wrong ones are counted.
 * @throws Failure pin_mismatch, pin_guesses_exceeded, pin_guessed_too_fast
 * @see sources error-codes
 */
export function checkPin(
  world: World,
  number: PhoneNumber,
  pin: string,
  fail: Fail<'pin_mismatch' | 'pin_guesses_exceeded' | 'pin_guessed_too_fast'>,
): void {
  if (number.pin === undefined) return
  const key = `pin/${number.id}`
  const wrong = (world.usage.get(key)?.times ?? []).filter((at) => world.now - at < GUESS_WINDOW)
  const [first = world.now] = wrong
  if (wrong.length >= MOST_GUESSES) {
    const wait = spell(first + GUESS_WINDOW - world.now)
    fail('pin_guesses_exceeded', `${wrong.length} wrong PINs within a day`, { wait })
  }
  const fast = wrong.filter((at) => world.now - at < FAST)
  if (fast.length >= FASTEST) {
    const wait = spell((fast[0] ?? 0) + FAST - world.now)
    fail('pin_guessed_too_fast', `${fast.length} wrong PINs within ten seconds`, { wait })
  }
  if (number.pin === pin) return
  world.usage.set(key, { since: world.now, count: wrong.length + 1, times: [...wrong, world.now] })
  fail('pin_mismatch', 'the PIN is not that of the number; POST /{phone} {"pin"} sets another')
}

function spell(wait: number): string {
  return wait < 60_000 ? `${Math.ceil(wait / 1000)} seconds` : `${Math.ceil(wait / 60_000)} minutes`
}
