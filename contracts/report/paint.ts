/** How marks are set off on a screen. */
export interface Paint {
  readonly good: (text: string) => string
  readonly bad: (text: string) => string
  readonly warn: (text: string) => string
  readonly dim: (text: string) => string
}

const ESCAPE = '\u001b'
const colour =
  (code: number) =>
  (text: string): string =>
    `${ESCAPE}[${code}m${text}${ESCAPE}[0m`
const same = (text: string): string => text

export const coloured: Paint = { good: colour(32), bad: colour(31), warn: colour(33), dim: colour(2) }
export const plain: Paint = { good: same, bad: same, warn: same, dim: same }
