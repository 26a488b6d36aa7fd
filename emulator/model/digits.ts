import { memo } from '../memo.ts'

/** The digits of a number as it is written: `+1 (631) 555-0101` -> `16315550101`. Every send looks at its own number. */
export const digitsOf = memo(1000, (number) => number.replaceAll(/\D/g, ''))
