import { coloured, type Paint, plain } from '../../contracts/report/paint.ts'

type Environment = Readonly<Record<string, string | undefined>>

/**
 * How stdout is painted. FORCE_COLOR goes before NO_COLOR, as in Node itself; without either a terminal has colours, and
 * a file or a pipe has none.
 * @see https://no-color.org and https://nodejs.org/api/tty.html#writestreamgetcolordepthenv
 */
export function paintFor(isTerminal: boolean, { FORCE_COLOR, NO_COLOR, TERM }: Environment): Paint {
  if (FORCE_COLOR !== undefined) return ['0', 'false'].includes(FORCE_COLOR) ? plain : coloured
  if (NO_COLOR) return plain
  return isTerminal && TERM !== 'dumb' ? coloured : plain
}

/** The same for this process. */
export const paint = (): Paint => paintFor(process.stdout.isTTY === true, process.env)
