/** The digits of a number as it is written: `+1 (631) 555-0101` -> `16315550101`. */
export function digitsOf(number: string): string {
  return number.replaceAll(/\D/g, '')
}
